import type { FlorinEvent } from '@florin/contracts';
import { categoryOfSlug } from '../../domain/category.ts';
import type { LedgerTransfer, Movement } from '../../domain/ledger/movement.ts';
import { movementsOf } from '../../domain/ledger/movement.ts';
import type { Preferences } from '../../domain/time/period.ts';
import { DEFAULT_PREFERENCES } from '../../domain/time/period.ts';
import { operationOf } from '../../domain/ledger/posting.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Wallet } from '../../domain/wallet.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import { settlePosted } from '../operations/settle.ts';
import type { OwnerSetup } from '../owner-setup.ts';
import type { Deps } from '../ports.ts';
import type { Stores } from '../store-ports.ts';
import { walletsOfMovements } from './wallets-of-movements.ts';

const CONSUMER = 'finance.transfers';

/**
 * Writes a posted transfer into the diaries of the people it moved money of: one row per account, once. What this
 * service caused itself is known by its reference and has its rows already.
 */
export function recordTransfer(deps: Deps, setup: OwnerSetup) {
  return async (event: Pick<FlorinEvent, 'id'>, transfer: LedgerTransfer): Promise<void> => {
    const operationId = operationOf(transfer.reference);
    if (operationId !== undefined && (await isOurs(deps, event, operationId, transfer))) return;
    await recordMovements(deps, setup, event, { transfer, movements: movementsOf(transfer), status: 'posted' });
  };
}

/**
 * Takes the rows of a reversed transfer out of the diaries. When the reversal is heard of first, the rows are written
 * down as reversed, so that the transfer's own event adds nothing later. A posting that was replaced here has no row to
 * take out: its reversal, by an operator of the ledger, is an adjustment.
 */
export function recordReversal(deps: Deps, setup: OwnerSetup) {
  return async (
    event: Pick<FlorinEvent, 'id'>,
    reversal: LedgerTransfer,
    reversedTransferId: string,
  ): Promise<void> => {
    const operationId = operationOf(reversal.reference);
    if (operationId !== undefined && (await deps.db.stores.operations.find(operationId))) return;
    if (await wasReplaced(deps, reversal, reversedTransferId)) {
      const movements = movementsOf(reversal).map((each) => ({ ...each, type: 'adjustment' as const, slug: null }));
      await recordMovements(deps, setup, event, { transfer: reversal, movements, status: 'posted' });
      return;
    }
    const undone = { ...reversal, entries: reversal.entries.map((entry) => ({ ...entry, amount: -entry.amount })) };
    const transfer = { ...undone, transferId: reversedTransferId };
    await recordMovements(deps, setup, event, { transfer, movements: movementsOf(transfer), status: 'reversed' });
  };
}

async function wasReplaced({ db }: Deps, reversal: LedgerTransfer, transferId: string): Promise<boolean> {
  if (await db.stores.transactions.hasTransfer(transferId)) return false;
  const owners = reversal.entries.flatMap(({ ownerId }) => ownerId ?? []);
  return db.stores.operations.made(owners, transferId);
}

/** True when the transfer is one of this service's operations. One given up too early is set right: the ledger did it. */
async function isOurs(
  deps: Deps,
  event: Pick<FlorinEvent, 'id'>,
  operationId: string,
  { transferId }: LedgerTransfer,
): Promise<boolean> {
  const operation = await deps.db.stores.operations.find(operationId);
  if (operation?.status !== 'refused') return operation !== undefined;
  if (operation.action.kind !== 'post') throw new Error(`operation ${operationId} was refused, and yet posted`);
  await deps.db.oncePerEvent(CONSUMER, event, async (stores) => {
    const posted = { transferIds: new Map([[operationId, transferId]]) };
    await settlePosted(deps, stores, operationId, posted, DEFAULT_PREFERENCES);
  });
  return true;
}

async function recordMovements(
  deps: Deps,
  setup: OwnerSetup,
  event: Pick<FlorinEvent, 'id'>,
  record: { transfer: LedgerTransfer; movements: Movement[]; status: 'posted' | 'reversed' },
): Promise<void> {
  const { movements, transfer, status } = record;
  if (movements.length === 0) return;
  const owners = [...new Set(movements.map(({ ownerId }) => ownerId))];
  for (const ownerId of owners) await setup.categories(ownerId);
  const wallets = await walletsOfMovements(deps, setup, movements);
  const preferences = new Map<string, Preferences>();
  for (const ownerId of owners) {
    preferences.set(ownerId, await deps.preferences.of(ownerId).catch(() => DEFAULT_PREFERENCES));
  }
  await deps.db.oncePerEvent(CONSUMER, event, async (stores) => {
    const rows = await rowsOf(deps, stores, record, wallets);
    const written = await stores.transactions.insert(rows);
    if (status === 'reversed') await reverseRows(stores, transfer.transferId, deps.clock());
    else await reopenArchived(stores, wallets, deps.clock());
    for (const ownerId of status === 'posted' ? owners : []) {
      const touched = written.filter((row) => row.ownerId === ownerId).flatMap(({ categoryId }) => categoryId ?? []);
      await tellThresholds(deps, stores, touched, preferences.get(ownerId) ?? DEFAULT_PREFERENCES);
    }
  });
  deps.nudge();
}

async function reverseRows(stores: Stores, transferId: string, now: Date): Promise<void> {
  const rows = await stores.transactions.lockByTransfer(transferId);
  await stores.transactions.update(
    rows.filter((row) => row.status === 'posted').map((row) => row.id),
    { status: 'reversed' },
    now,
  );
}

/** Money that reaches a deleted wallet must not be out of sight. */
async function reopenArchived(stores: Stores, wallets: Map<string, Wallet>, now: Date): Promise<void> {
  for (const wallet of wallets.values()) {
    if (wallet.status === 'archived') await stores.wallets.update(wallet.id, { status: 'open' }, now);
  }
}

async function rowsOf(
  { clock, newId }: Deps,
  stores: Stores,
  { transfer, movements, status }: { transfer: LedgerTransfer; movements: Movement[]; status: 'posted' | 'reversed' },
  wallets: Map<string, Wallet>,
): Promise<Transaction[]> {
  const now = clock();
  const slugs = movements.flatMap(({ ownerId, slug }) => (slug === null ? [] : [{ ownerId, slug }]));
  const known = await stores.categories.bySlugs(slugs);
  const missing = slugs.filter(
    (pair) => !known.some((each) => each.ownerId === pair.ownerId && each.slug === pair.slug),
  );
  const made = missing.map(({ ownerId, slug }) => ({
    ...categoryOfSlug(slug), id: newId(), ownerId, archived: false, createdAt: now, updatedAt: now,
  })); // prettier-ignore
  await stores.categories.insert(made);
  const categories = [...known, ...made];
  return movements.map(({ ownerId, accountId, slug, ...movement }) => ({
    ...movement,
    id: newId(),
    ownerId,
    walletId: wallets.get(accountId)?.id ?? '',
    categoryId: categories.find((each) => each.ownerId === ownerId && each.slug === slug)?.id ?? null,
    description: transfer.note,
    occurredAt: transfer.postedAt,
    source: 'ledger',
    status,
    transferId: transfer.transferId,
    operationId: null,
    createdAt: now,
    updatedAt: now,
  }));
}
