import { isFlorinError } from '@florin/errors';
import type { Import } from '../../domain/imports/import.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { requireOpen, type OpenWallet, type Wallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { ObjectKind } from './ports.ts';

type Needs = Pick<Deps, 'stores' | 'transact' | 'ledger' | 'clock'>;

/**
 * Opens the wallets that an import made, and takes their limits off, so that their rows can be taken back in any order.
 * Answers the limits there were.
 */
export async function liftLimits(deps: Needs, one: Import): Promise<Map<string, bigint>> {
  const limits = new Map<string, bigint>();
  for (const { id, accountId, creditLimit } of await walletsOf(deps.stores, one)) {
    if (accountId === null) continue;
    if (creditLimit !== null) {
      limits.set(id, creditLimit);
      await deps.ledger.setCreditLimit(one.ownerId, accountId, null);
    }
    await deps.transact((tx) => tx.wallets.update(id, { status: 'open', creditLimit: null }, deps.clock()));
  }
  return limits;
}

/** Gives wallets their limits again that stay since other rows are in them; one that is beyond it by now has none. */
export async function setLimits(deps: Needs, one: Import, limits: ReadonlyMap<string, bigint>): Promise<void> {
  for (const { id, accountId } of await deps.stores.wallets.byIds(one.ownerId, [...limits.keys()])) {
    const creditLimit = limits.get(id);
    if (accountId === null || creditLimit === undefined) continue;
    try {
      await deps.ledger.setCreditLimit(one.ownerId, accountId, creditLimit);
      await deps.transact((tx) => tx.wallets.update(id, { creditLimit }, deps.clock()));
    } catch (error) {
      if (!isFlorinError(error) || error.code !== 'CONFLICT') throw error;
    }
  }
}

/** The wallets of restored rows, those of goals too. */
export async function restoredWalletsOf(tx: Tx, ownerId: string, rows: readonly Transaction[]): Promise<OpenWallet[]> {
  return (await tx.wallets.byIds(ownerId, [...new Set(rows.map(({ walletId }) => walletId))])).map(requireOpen);
}

const walletsOf = async (stores: Pick<Tx, 'restored' | 'wallets'>, one: Import): Promise<Wallet[]> => {
  const made = (await stores.restored.list(one)).filter((each) => each.kind === 'wallets' && each.made);
  return stores.wallets.byIds(
    one.ownerId,
    made.map(({ targetId }) => targetId),
  );
};

/** Takes back what an import made beside rows, which are gone: all that nothing else has come to use. In the caller's transaction. */
export async function removeRestored({ clock }: Pick<Deps, 'clock'>, tx: Tx, one: Import): Promise<void> {
  const { ownerId } = one;
  const now = clock();
  const objects = await tx.restored.list(one);
  const made = (kind: ObjectKind) => objects.flatMap((each) => (each.kind === kind && each.made ? each.targetId : []));
  for (const id of made('rules')) await tx.rules.remove(ownerId, id);
  for (const id of made('recurring')) await tx.recurring.remove(ownerId, id);
  for (const id of made('budgets')) await tx.budgets.remove(id);
  for (const id of made('attachments')) await tx.attachments.discard(ownerId, id);
  const empty = await tx.restored.emptyWallets(ownerId, made('wallets'));
  for (const id of empty) {
    await tx.recurring.pause(ownerId, { walletId: id }, 'wallet-deleted', now);
    await tx.wallets.update(id, { status: 'archived' }, now);
  }
  for (const id of made('goals')) {
    const goal = await tx.goals.find(ownerId, id, 'update');
    if (goal && empty.includes(goal.walletId)) await tx.goals.update(id, { status: 'closed' }, now);
  }
  for (const id of await tx.restored.unusedCategories(ownerId, made('categories'))) {
    await tx.recurring.pause(ownerId, { categoryId: id }, 'category-deleted', now);
    await tx.categories.update(id, { archived: true }, now);
  }
  for (const id of await tx.restored.unusedTags(ownerId, made('tags'))) await tx.tags.remove(ownerId, id);
  await tx.restored.clear(one);
}
