import type { Deps } from '../index.ts';
import { endingEvents } from './ending-events.ts';

/**
 * An account has come to somebody else than who used it till then: what they shared, and what was shared with them, ends, from
 * before an instant. Done twice it is done once.
 */
export async function dropMemberships(
  deps: Pick<Deps, 'transact' | 'clock' | 'newId' | 'nudge'>,
  { userId, at }: { userId: string; at: Date },
): Promise<void> {
  await deps.transact(async (tx) => {
    const now = deps.clock();
    const given = await tx.members.end({ side: { ownerId: userId }, invitedBefore: at }, now);
    const got = await tx.members.end({ side: { userId }, invitedBefore: at }, now);
    await tx.appendEvents([...endingEvents(deps, given, 'removed'), ...endingEvents(deps, got, 'left')]);
  });
  deps.nudge();
}
