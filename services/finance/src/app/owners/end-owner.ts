import type { Deps } from '../index.ts';
import { endingEvents } from '../members/ending-events.ts';

/**
 * A person's account is closed: nothing is shared by them or with them any more, every wallet is archived, goals are closed, what
 * recurs is paused, attachments go, and so do the budgets, so that none alerts. Nothing is posted: the
 * ledger has frozen the accounts with what they hold. What waits for the ledger ends by its refusal, and the rows stay, as the books do.
 * Done twice it is done once.
 */
export async function endOwner(
  deps: Pick<Deps, 'transact' | 'clock' | 'newId' | 'nudge'>,
  ownerId: string,
): Promise<void> {
  await deps.transact(async (tx) => {
    const now = deps.clock();
    await tx.owners.end(ownerId, now);
    const given = await tx.members.end({ side: { ownerId } }, now);
    const got = await tx.members.end({ side: { userId: ownerId } }, now);
    await tx.appendEvents([...endingEvents(deps, given, 'account-closed'), ...endingEvents(deps, got, 'left')]);
    await tx.wallets.archiveAll(ownerId, now);
    await tx.goals.closeArchived(ownerId, now);
    await tx.budgets.removeAll(ownerId);
    await tx.attachments.discardAll(ownerId);
    await tx.recurring.pause(ownerId, null, 'account-closed', now);
  });
  deps.nudge();
}
