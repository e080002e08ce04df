import type { Deps } from '../index.ts';

/**
 * A person's account is closed: every wallet is archived, what recurs is paused, attachments go, and so do
 * the budgets, so that none alerts. Nothing is posted: the
 * ledger has frozen the accounts with what they hold. What waits for the ledger ends by its refusal, and the rows stay, as the books do.
 * Done twice it is done once.
 */
export async function endOwner({ transact, clock }: Pick<Deps, 'transact' | 'clock'>, ownerId: string): Promise<void> {
  await transact(async (tx) => {
    const now = clock();
    await tx.owners.end(ownerId, now);
    await tx.wallets.archiveAll(ownerId, now);
    await tx.budgets.removeAll(ownerId);
    await tx.attachments.discardAll(ownerId);
    await tx.recurring.pause(ownerId, null, 'account-closed', now);
  });
}
