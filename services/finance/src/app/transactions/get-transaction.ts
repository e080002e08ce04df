import { notFound } from '@florin/errors';
import type { Transaction } from '../../domain/transaction.ts';
import type { Deps } from '../index.ts';

/** One of the person's posted transactions. Throws NOT_FOUND, also for another person's. */
export async function getTransaction(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<Transaction> {
  const found = await stores.transactions.find(ownerId, id);
  if (!found) throw notFound('Transaction');
  return found;
}
