import type { Posting } from '../../domain/ledger/posting.ts';
import { postingOf } from '../../domain/ledger/posting.ts';
import { type Transaction, pendingRow } from '../../domain/transaction.ts';
import type { OpenWallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { type NewRow, accountsOf, beginOperation, refuseRaising } from './begin.ts';

/** as many as the ledger posts at once */
export const MAX_BATCH = 1_000;

interface NewBatch {
  ownerId: string;
  /** default: a new one; with one that is there already nothing is begun, so that a repeat may derive it */
  operationId?: string;
  /** 1 to 1,000; their ids are their postings' keys in the ledger, and no other row's ever */
  rows: readonly (NewRow & Pick<Transaction, 'id' | 'amount' | 'currency'>)[];
  /** those of the rows, locked */
  wallets: readonly OpenWallet[];
}

/**
 * Writes down an operation that will post many rows, all or none, and answers its id for `runOperation`. The rows stand in
 * the operation until they are posted. A row that the ledger refuses refuses all of them: `errors` names it as `rows.<place>`.
 * Throws CONFLICT where noted money may not go.
 */
export async function beginBatch(
  deps: Pick<Deps, 'clock' | 'newId' | 'noteIntoLedgerAccounts'>,
  tx: Tx,
  { ownerId, operationId: id = deps.newId(), rows: given, wallets }: NewBatch,
): Promise<string> {
  if (given.length === 0 || given.length > MAX_BATCH) throw new Error(`a batch has 1 to ${MAX_BATCH} rows`);
  refuseRaising(deps, given, wallets);
  const now = deps.clock();
  const accountOf = accountsOf(wallets);
  const rows = given.map((row) => pendingRow({ ...row, ownerId, operationId: null }, now));
  const postings = rows.map((row): Posting => postingOf(row.id, [row], accountOf));
  const walletIds = wallets.map((wallet) => wallet.id);
  await beginOperation(deps, tx, { id, ownerId, walletIds, action: { kind: 'post-batch', postings, rows } });
  return id;
}
