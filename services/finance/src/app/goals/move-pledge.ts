import { notFound } from '@florin/errors';
import { toPositive, type AmountInput } from '../../domain/amount.ts';
import { requireOpenGoal, type Goal } from '../../domain/goals/goal.ts';
import { whenAt } from '../../domain/time/occurrence.ts';
import { requireOpen, type OpenWallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { beginPosting } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { Keyed, Once, Tx } from '../ports.ts';
import { getGoal } from './get-goal.ts';
import type { GoalWithState } from './goal-states.ts';

interface MovePledge {
  id: string;
  /** pledge: from its wallet to the goal; withdraw: back */
  move: 'pledge' | 'withdraw';
  /** more than 0 */
  amount: AmountInput;
}

/**
 * Sets money of the goal's wallet aside for the goal, or gives it back: a transfer between two accounts of the ledger, so that
 * it can't be spent twice. Throws NOT_FOUND, INVALID_ARGUMENT, CONFLICT for a closed goal or deleted wallet,
 * INSUFFICIENT_FUNDS, UNAVAILABLE (ask again with the same key).
 */
export async function movePledge(
  deps: OperationNeeds & Pick<Deps, 'once'>,
  { ownerId, key, id, move, amount }: Keyed<MovePledge>,
): Promise<Once<GoalWithState>> {
  const zone = await zoneOf(deps, ownerId);
  const { body: operationId, replayed } = await deps.once(
    { scope: `${ownerId} ${move} goal`, key, request: { id, amount } },
    async (tx) => {
      const goal = await tx.goals.find(ownerId, id, 'update');
      if (!goal) throw notFound('Goal');
      requireOpenGoal(goal);
      const [own] = await tx.goals.wallets(ownerId, [goal], 'update');
      const source = await tx.wallets.find(ownerId, goal.sourceWalletId, 'share');
      if (!own || !source) throw notFound('Wallet');
      const wallets = { own: requireOpen(own), other: requireOpen(source) };
      return beginPledge(deps, tx, { goal, ...wallets, move, amount: toPositive(amount, goal.currency), zone });
    },
  );
  await runOperation(deps, operationId, !replayed);
  return { body: await getGoal(deps, { ownerId, id }), replayed };
}

interface Pledge {
  goal: Goal;
  own: OpenWallet;
  other: OpenWallet;
  move: MovePledge['move'];
  amount: bigint;
  zone: string | undefined;
}

/** What goes back to a wallet of real money came from it: that is no noted money. */
export function beginPledge(
  deps: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  { goal, own, other, move, amount, zone }: Pledge,
): Promise<string> {
  const { ownerId, currency, name } = goal;
  const row = { categoryId: null, type: 'transfer' as const, description: name, ...whenAt(deps.clock(), zone) };
  const [from, to] = move === 'pledge' ? [other, own] : [own, other];
  const rows = [
    { ...row, walletId: from.id, direction: 'out' as const },
    { ...row, walletId: to.id, direction: 'in' as const },
  ];
  const order = { ownerId, amount, currency, rows, wallets: [from, to], covered: true };
  return beginPosting({ ...deps, noteIntoLedgerAccounts: true }, tx, order);
}
