import type { Deps } from '../index.ts';

/**
 * While a person is frozen nothing is shared by them or with them, and their open invitations end: somebody else may have sent
 * them. A change older than the last one does nothing.
 */
export async function setFrozen(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { userId, frozen, at }: { userId: string; frozen: boolean; at: Date },
): Promise<void> {
  await transact(async (tx) => {
    await tx.members.setFrozen(userId, frozen, at);
    if (!frozen) return;
    await tx.members.end({ side: { ownerId: userId }, invitationsOnly: true }, clock());
  });
}
