import { notFound } from '@florin/errors';
import { isExchange, postingsOf } from '../../domain/ledger/exchange.ts';
import { type Posting, opposite } from '../../domain/ledger/posting.ts';
import { whenOf } from '../../domain/time/occurrence.ts';
import { type Transaction, requireOwn } from '../../domain/transaction.ts';
import type { OpenWallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { accountsOf, refuseRaising } from '../operations/begin.ts';
import type { Tx } from '../ports.ts';
import { type Changeable, openWalletsOf } from '../transactions/changeable.ts';
import {
  type TransactionChanges,
  movesMoney,
  nextOf,
  planChange,
  refuseMovedDay,
  saidOf,
} from '../transactions/plan-change.ts';

/** What becomes of the rows of one transfer, and the postings that make it so: none where no money moves. */
export interface Plan {
  /** a new transfer stands as the key of its posting */
  rows: Transaction[];
  postings: Posting[];
  wallets: OpenWallet[];
}

type Needs = Pick<Deps, 'clock' | 'noteIntoLedgerAccounts'>;

/** Throws NOT_FOUND, INVALID_ARGUMENT, CONFLICT for what a recorded transfer dictates. */
export async function planEdit(
  deps: Needs,
  tx: Tx,
  found: Changeable,
  { changes, zone, key }: { changes: TransactionChanges; zone: string | undefined; key: string },
): Promise<Plan> {
  const { row, rows } = found;
  if (row.status !== 'posted') throw notFound('Transaction');
  const { date, occurredAt } = changes;
  const isMoved = date !== undefined || occurredAt !== undefined;
  const when = isMoved ? whenOf({ date, occurredAt }, zone, deps.clock()) : {};
  const next = await nextOf(tx, row, changes);
  const said = { ...saidOf(row, changes), ...when };
  if (!movesMoney(row, next)) {
    refuseMovedDay(row, when);
    return { rows: rows.map((each) => ({ ...each, ...said, type: next.type })), postings: [], wallets: [] };
  }
  const { postings, changes: made, wallets } = await planChange(deps, tx, found, { next, said, key });
  return { rows: rows.map((each) => ({ ...each, ...made, transferId: key })), postings, wallets };
}

/** Of one that is gone already there is nothing to be done. Throws CONFLICT for a recorded transfer or a deleted wallet. */
export async function planDeletion(
  tx: Tx,
  { row, rows }: Changeable,
  key: string,
  walletsOf = openWalletsOf,
): Promise<Plan | null> {
  if (row.status !== 'posted') return null;
  requireOwn(row);
  const wallets = await walletsOf(tx, row.ownerId, rows);
  const postings = postingsOf(key, rows, accountsOf(wallets)).map((each) => opposite(each.key, each));
  return { rows: rows.map((each) => ({ ...each, status: 'reversed' })), postings, wallets };
}

/** Posts deleted rows anew; one that is there stays as it is. Throws CONFLICT for a deleted wallet. */
export async function planRestoring(deps: Needs, tx: Tx, { row, rows }: Changeable, key: string): Promise<Plan | null> {
  if (row.status === 'posted') return null;
  if (row.status !== 'reversed') throw notFound('Transaction');
  const wallets = await openWalletsOf(tx, row.ownerId, rows);
  refuseRaising(deps, rows, wallets);
  const again = { status: 'posted', corrected: isExchange(rows), transferId: key } as const;
  const postings = postingsOf(key, rows, accountsOf(wallets));
  return { rows: rows.map((each) => ({ ...each, ...again })), postings, wallets };
}
