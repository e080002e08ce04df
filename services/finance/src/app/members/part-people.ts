import type { Deps } from '../index.ts';

/** Ends memberships and invitations between two people of whom one has blocked the other; neither is told. */
export async function partPeople(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { userId, otherId }: { userId: string; otherId: string },
): Promise<void> {
  await transact(async (tx) => {
    await tx.members.end({ side: { ownerId: userId }, otherId }, clock());
    await tx.members.end({ side: { userId }, otherId }, clock());
  });
}
