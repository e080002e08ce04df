import { notFound } from '@florin/errors';
import { endOf, type Member } from '../../domain/members/member.ts';
import type { Deps } from '../index.ts';
import { endingEvents } from './ending-events.ts';

interface EndMembership {
  /** who ends it: the owner of the wallet, or the member */
  callerId: string;
  walletId: string;
  userId: string;
}

/**
 * Ends a membership: the owner removes a member or withdraws an invitation, a member leaves or declines. What they wrote stays.
 * Throws NOT_FOUND for one that is over, and to others.
 */
export async function endMembership(
  deps: Pick<Deps, 'transact' | 'clock' | 'newId' | 'nudge'>,
  { callerId, walletId, userId }: EndMembership,
): Promise<void> {
  const by = callerId === userId ? 'member' : 'owner';
  await deps.transact(async (tx) => {
    const member: Member | undefined =
      by === 'member'
        ? await tx.members.findOwn(userId, walletId, 'update')
        : await tx.members.find(callerId, walletId, userId, 'update');
    const wallet = member && (await tx.wallets.find(member.ownerId, walletId));
    if (!member || !wallet) throw notFound('Member');
    const now = deps.clock();
    const answeredAt = member.answeredAt ?? (by === 'member' ? now : null);
    await tx.members.update(member.id, { status: endOf(member, by), answeredAt, endedAt: now, updatedAt: now });
    const ended = [{ ...member, walletName: wallet.name }];
    await tx.appendEvents(endingEvents(deps, ended, by === 'member' ? 'left' : 'removed'));
  });
  deps.nudge();
}
