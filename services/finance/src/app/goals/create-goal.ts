import { dayOf, type Day } from '@florin/calendar';
import { invalidField, notFound } from '@florin/errors';
import { toPositive, type AmountInput } from '../../domain/amount.ts';
import type { Goal } from '../../domain/goals/goal.ts';
import { MAX_GOALS, requireRoom } from '../../domain/limits.ts';
import { requireOpen } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { beginOperation } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import type { Keyed, Once } from '../ports.ts';
import { getGoal } from './get-goal.ts';
import type { GoalWithState } from './goal-states.ts';

interface NewGoal {
  name: string;
  description: string;
  /** where its money comes from and goes back to; its currency is the goal's */
  walletId: string;
  target: AmountInput;
  targetDate?: Day | null | undefined;
}

/**
 * Makes a goal with a ledger account of its own, which holds nothing yet. A repeat with the same key gets the first result.
 * Throws NOT_FOUND for the wallet, INVALID_ARGUMENT, LIMIT_EXCEEDED beyond 100 open ones, UNAVAILABLE.
 */
export async function createGoal(
  deps: OperationNeeds & Pick<Deps, 'once'>,
  { ownerId, key, ...input }: Keyed<NewGoal>,
): Promise<Once<GoalWithState>> {
  const { timeZone } = await deps.preferences.of(ownerId);
  const { body: made, replayed } = await deps.once(
    { scope: `${ownerId} create goal`, key, request: input },
    async (tx) => {
      await tx.owners.lock(ownerId);
      const { walletId: sourceWalletId, targetDate = null, name, description } = input;
      const source = await tx.wallets.find(ownerId, sourceWalletId, 'share');
      if (!source || source.status === 'archived') throw notFound('Wallet');
      const { currency } = requireOpen(source);
      requireRoom(await tx.goals.count(ownerId), MAX_GOALS, 'open goals');
      requireDate(targetDate, dayOf(deps.clock(), timeZone));
      const now = deps.clock();
      const [id, walletId, operationId] = [deps.newId(), deps.newId(), deps.newId()];
      const stamps = { createdAt: now, updatedAt: now };
      await tx.wallets.insert({
        ...source,
        ...{ id: walletId, goalId: id, name, description: '', type: 'goal', order: 0, creditLimit: 0n },
        ...{ main: false, ledgerOwned: false, accountId: null, status: 'pending', ...stamps },
      });
      const target = toPositive(input.target, currency, 'target');
      const text = { name, description };
      const goal: Goal = {
        id,
        ownerId,
        walletId,
        sourceWalletId,
        ...text,
        target,
        currency,
        targetDate,
        status: 'open',
        ...stamps,
      };
      await tx.goals.insert(goal);
      const action = { kind: 'open-wallet', walletId, creditLimit: 0n, currency, opening: 0n } as const;
      await beginOperation(deps, tx, { id: operationId, ownerId, walletIds: [walletId], action });
      return { id, operationId };
    },
  );
  await runOperation(deps, made.operationId, !replayed);
  return { body: await getGoal(deps, { ownerId, id: made.id }), replayed };
}

/** Throws INVALID_ARGUMENT on `targetDate` for one that has been. */
export function requireDate(targetDate: Day | null, today: Day): void {
  if (targetDate !== null && targetDate < today) throw invalidField('targetDate', 'must not be before today');
}
