import { giveCategories, type GiveCategories } from './give-categories.ts';
import { openMainWallet, type OpenMainWallet } from './open-main-wallet.ts';

/**
 * What every person has from the start: the default categories and the main wallet. Made by the event of registration
 * or at the first request, whichever comes first. Throws UNAVAILABLE without the ledger.
 */
export async function setUpOwner(
  deps: GiveCategories & OpenMainWallet,
  { ownerId, locale }: { ownerId: string; locale?: string | null },
): Promise<void> {
  await giveCategories(deps, ownerId, locale);
  await openMainWallet(deps, ownerId);
}
