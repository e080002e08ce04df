import { isFlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { updateTransaction, type TransactionChanges } from './update-transaction.ts';

interface UpdateTransactions {
  ownerId: string;
  /** at most 100 */
  ids: readonly string[];
  changes: Pick<TransactionChanges, 'walletId' | 'categoryId' | 'type' | 'date'>;
}

/**
 * Changes many transactions alike, one after the other and each by itself. Returns for each why it was refused, or null.
 * Throws UNAVAILABLE without the ledger: those before are changed, and asking again changes the rest.
 */
export async function updateTransactions(
  deps: OperationNeeds & Pick<Deps, 'noteIntoLedgerAccounts'>,
  { ownerId, ids, changes }: UpdateTransactions,
): Promise<{ id: string; code: string | null }[]> {
  const outcomes = [];
  for (const id of new Set(ids)) {
    try {
      await updateTransaction(deps, { ownerId, id, changes });
      outcomes.push({ id, code: null });
    } catch (error) {
      if (!isFlorinError(error) || PASSING.has(error.code)) throw error;
      outcomes.push({ id, code: error.code });
    }
  }
  return outcomes;
}

const PASSING = new Set<string>(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL', 'RATE_LIMITED']);
