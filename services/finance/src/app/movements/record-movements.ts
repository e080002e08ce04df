import type { FlorinEvent } from '@florin/contracts';
import type { Category } from '../../domain/category.ts';
import { categoryOfSlug } from '../../domain/filing/default-categories.ts';
import { touchedBy } from '../../domain/filing/touched.ts';
import type { LedgerTransfer, Movement } from '../../domain/ledger/movement.ts';
import { whenAt } from '../../domain/time/occurrence.ts';
import { NO_LABELS, type Transaction } from '../../domain/transaction.ts';
import type { Wallet } from '../../domain/wallet.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import type { Deps } from '../index.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import { openedStatus } from '../owners/opened-status.ts';
import type { OpenMainWallet } from '../owners/open-main-wallet.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { Tx } from '../ports.ts';
import { fileRows } from '../rules/file-rows.ts';
import { walletsOfMovements } from './wallets-of-movements.ts';

/** under this name the inbox knows which events were recorded */
export const CONSUMER = 'finance.transfers';

export type Recording = GiveCategories & OpenMainWallet & OperationNeeds & Pick<Deps, 'oncePerEvent'>;

/** time zones by owner */
type Zones = Map<string, string | undefined>;

interface Recorded {
  transfer: LedgerTransfer;
  movements: Movement[];
  status: 'posted' | 'reversed';
}

/**
 * Writes the rows of a transfer, posted or reversed, once per event. Gives the people what they need for it: categories,
 * wallets of accounts the ledger opened on its own. Throws UNAVAILABLE without the ledger.
 */
export async function recordMovements(
  deps: Recording,
  event: Pick<FlorinEvent, 'id'>,
  record: Recorded,
): Promise<void> {
  const { movements, transfer, status } = record;
  if (movements.length === 0) return;
  const owners = [...new Set(movements.map(({ ownerId }) => ownerId))];
  for (const ownerId of owners) await giveCategories(deps, ownerId);
  const wallets = await walletsOfMovements(deps, movements);
  const zones: Zones = new Map();
  for (const ownerId of owners) zones.set(ownerId, await zoneOf(deps, ownerId));
  await deps.oncePerEvent(CONSUMER, event, async (tx) => {
    const rows = await rowsOf(deps, tx, record, { wallets, zones });
    const written = await tx.transactions.insert(rows);
    const reversed = status === 'reversed' ? await reverseRows(tx, transfer.transferId, deps.clock()) : [];
    if (status === 'posted') await reopenArchived(tx, wallets, deps.clock());
    for (const ownerId of owners) {
      const touched = touchedBy([...written, ...reversed].filter((row) => row.ownerId === ownerId));
      await tellThresholds(deps, tx, ownerId, touched);
    }
  });
  deps.nudge();
}

async function reverseRows(tx: Tx, transferId: string, now: Date): Promise<Transaction[]> {
  const rows = await tx.transactions.lockByTransfer(transferId);
  return tx.transactions.update(
    rows.filter((row) => row.status === 'posted').map((row) => row.id),
    { status: 'reversed' },
    now,
  );
}

/** Money that reaches a deleted wallet must not be out of its owner's sight. */
async function reopenArchived(tx: Tx, wallets: Map<string, Wallet>, now: Date): Promise<void> {
  for (const wallet of wallets.values()) {
    if (wallet.status !== 'archived') continue;
    const status = await openedStatus(tx, wallet.ownerId);
    if (status === 'open') await tx.wallets.update(wallet.id, { status }, now);
  }
}

async function rowsOf(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  { transfer, movements, status }: Recorded,
  { wallets, zones }: { wallets: Map<string, Wallet>; zones: Zones },
): Promise<Transaction[]> {
  const now = clock();
  const slugs = movements.flatMap(({ ownerId, slug }) => (slug === null ? [] : [{ ownerId, slug }]));
  const known = await tx.categories.bySlugs(slugs);
  const missing = slugs.filter(
    (pair) => !known.some((each) => each.ownerId === pair.ownerId && each.slug === pair.slug),
  );
  const stamps = { createdAt: now, updatedAt: now };
  const plain = { colour: null, parentId: null, order: 0, archived: false, mergedInto: null };
  const made = missing.map(({ ownerId, slug }): Category => {
    return { ...categoryOfSlug(slug), id: newId(), ownerId, ...plain, ...stamps };
  });
  await tx.categories.insert(made);
  const categories = [...known, ...made];
  const rows = movements.map(({ ownerId, accountId, slug, ...movement }): Transaction => ({
    ...movement,
    id: newId(),
    ownerId,
    walletId: wallets.get(accountId)?.id ?? '',
    categoryId: filedUnder(categories.find((each) => each.ownerId === ownerId && each.slug === slug)),
    description: transfer.note,
    ...NO_LABELS,
    ...whenAt(transfer.postedAt, zones.get(ownerId)),
    source: 'ledger',
    status,
    transferId: transfer.transferId,
    corrected: false,
    rate: null,
    operationId: null,
    createdBy: null,
    ...stamps,
  }));
  const filed: Transaction[] = [];
  for (const [ownerId, own] of Map.groupBy(rows, (row) => row.ownerId)) {
    filed.push(...(await fileRows({ clock, newId }, tx, ownerId, own)));
  }
  return filed;
}

const filedUnder = (category: Category | undefined) => category?.mergedInto ?? category?.id ?? null;
