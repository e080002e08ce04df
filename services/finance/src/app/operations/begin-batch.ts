import type { BatchRow } from '../../domain/ledger/operation.ts';
import type { OpenWallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { beginOperation, refuseRaising } from './begin.ts';

/** as many as the ledger posts at once */
export const MAX_BATCH = 1_000;

interface NewBatch {
  ownerId: string;
  /** default: a new one; with one that is there already nothing is begun, so that a repeat may derive it */
  operationId?: string;
  /** 1 to 1,000; their ids are their postings' keys in the ledger, and no other row's ever */
  rows: readonly BatchRow[];
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
  { ownerId, operationId: id = deps.newId(), rows, wallets }: NewBatch,
): Promise<string> {
  if (rows.length === 0 || rows.length > MAX_BATCH) throw new Error(`a batch has 1 to ${MAX_BATCH} rows`);
  refuseRaising(deps, rows, wallets);
  const walletIds = wallets.map((wallet) => wallet.id);
  const accounts = Object.fromEntries(wallets.map((wallet) => [wallet.id, wallet.accountId]));
  await beginOperation(deps, tx, { id, ownerId, walletIds, action: { kind: 'post-batch', rows: [...rows], accounts } });
  return id;
}
