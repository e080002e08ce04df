import { FlorinError, invalidField, notFound } from '@florin/errors';
import { requireOpen } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import type { Keyed } from '../ports.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import { zoneOf } from '../owners/zone-of.ts';
import { finishPending } from '../wallets/adjust-balance.ts';
import { beginPledge } from './move-pledge.ts';

interface CloseGoal {
  id: string;
  /** where what it holds goes; default: where it came from */
  toWalletId?: string | undefined;
}

/**
 * Closes a goal: it takes no more orders, gives back what it holds, and its account stays at zero. Asked again it goes on
 * where it ended, and a key is done once. Throws NOT_FOUND, INVALID_ARGUMENT on `toWalletId`, CONFLICT, UNAVAILABLE.
 */
export async function closeGoal(
  deps: OperationNeeds & Pick<Deps, 'once'>,
  { ownerId, key, ...order }: Keyed<CloseGoal>,
): Promise<void> {
  await deps.once({ scope: `${ownerId} close goal`, key, request: order }, async (tx) => {
    const goal = await tx.goals.find(ownerId, order.id, 'update');
    if (!goal || goal.status === 'closed') throw notFound('Goal');
    return null;
  });
  await finishClosing(deps, { ownerId, ...order });
}

async function finishClosing(
  deps: OperationNeeds,
  { ownerId, id, toWalletId }: CloseGoal & { ownerId: string },
): Promise<void> {
  const zone = await zoneOf(deps, ownerId);
  const found = await deps.stores.goals.find(ownerId, id);
  if (!found || found.status === 'closed') return;
  await finishPending(deps, { ownerId, id: found.walletId });
  const operationId = await deps.transact(async (tx) => {
    const goal = await tx.goals.find(ownerId, id, 'update');
    if (!goal || goal.status === 'closed') return null;
    const [own] = await tx.goals.wallets(ownerId, [goal], 'update');
    if (!own) throw notFound('Goal');
    if ((await tx.operations.pendingOfWallet(ownerId, own.id)).length > 0) {
      throw new FlorinError('CONFLICT', 'Money of this goal is on its way; try again in a moment');
    }
    const wallet = requireOpen(own);
    const amount = (await deps.ledger.accounts([wallet.accountId])).get(wallet.accountId)?.posted ?? 0n;
    if (amount === 0n) {
      await tx.wallets.update(own.id, { status: 'archived' }, deps.clock());
      await tx.goals.update(id, { status: 'closed' }, deps.clock());
      return null;
    }
    const to = await tx.wallets.find(ownerId, toWalletId ?? goal.sourceWalletId, 'share');
    if (!to || to.status === 'archived')
      throw invalidField('toWalletId', 'must be an open wallet: its own was deleted');
    if (to.currency !== goal.currency) throw invalidField('toWalletId', `must be a wallet in ${goal.currency}`);
    if (to.ledgerOwned && to.id !== goal.sourceWalletId) {
      throw invalidField('toWalletId', 'must not be a wallet that deposits and payments come to');
    }
    await tx.goals.update(id, { status: 'closing' }, deps.clock());
    return beginPledge(deps, tx, { goal, own: wallet, other: requireOpen(to), move: 'withdraw', amount, zone });
  });
  if (operationId === null) return;
  await runOperation(deps, operationId, true);
  // nothing is left and nothing more comes
  await finishClosing(deps, { ownerId, id });
}
