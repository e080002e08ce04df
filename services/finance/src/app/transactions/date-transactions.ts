import type { Deps } from '../index.ts';

const MAX_ROWS_OF_ONE = 5_000;

/**
 * Gives rows their date that were written while the person's time zone was not known: those of older versions, and what
 * the ledger told while users was away. Returns how many people it looked at. Throws UNAVAILABLE without users.
 */
export async function dateTransactions(
  { stores, preferences }: Pick<Deps, 'stores' | 'preferences'>,
  maximumOwners: number,
): Promise<number> {
  const owners = await stores.transactions.ownersWithoutZone(maximumOwners);
  for (const ownerId of owners) {
    const { timeZone } = await preferences.latest(ownerId);
    await stores.transactions.dateRows(ownerId, timeZone, MAX_ROWS_OF_ONE);
  }
  return owners.length;
}
