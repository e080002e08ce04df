import { FlorinError, notFound } from '@florin/errors';
import { createEvents } from '@florin/messaging';
import { MAX_SHARED_WITH, requireRoom } from '../../domain/limits.ts';
import type { Member } from '../../domain/members/member.ts';
import { requireOpen } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import type { Once, Tx } from '../ports.ts';
import { refuseFrozen } from './find-access.ts';

interface AnswerInvitation {
  userId: string;
  id: string;
  answer: 'accepted' | 'declined';
  key: string | undefined;
}

type Answering = Pick<Deps, 'once' | 'nudge'> & GiveCategories;

/**
 * Accepts or declines an invitation to a wallet. The same answer again returns the same. Throws NOT_FOUND for an invitation of
 * another person, CONFLICT when it has another end or the wallet was deleted, LIMIT_EXCEEDED beyond 50 wallets of others,
 * ACCOUNT_FROZEN when one of the two is frozen.
 */
export async function answerInvitation(
  deps: Answering,
  { userId, id, answer, key }: AnswerInvitation,
): Promise<Once<Member>> {
  await giveCategories(deps, userId);
  const asked = { scope: `${userId} answer wallet invitation`, key, request: { id, answer } };
  const answered = await deps.once(asked, async (tx) => {
    await tx.owners.lock(userId);
    const member = await tx.members.lockInvitation(userId, id);
    if (!member) throw notFound('Invitation');
    if (member.status === answer) return member;
    if (member.status !== 'invited') throw new FlorinError('CONFLICT', `The invitation is ${member.status} already`);
    const now = deps.clock();
    if (answer === 'declined') {
      return tx.members.update(id, { status: answer, answeredAt: now, endedAt: now, updatedAt: now });
    }
    return accept(deps, tx, member, now);
  });
  deps.nudge();
  return answered;
}

async function accept(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  { id, ownerId, userId, walletId }: Member,
  now: Date,
): Promise<Member> {
  const wallet = await tx.wallets.find(ownerId, walletId, 'share');
  if (!wallet) throw notFound('Invitation');
  requireOpen(wallet);
  await refuseFrozen(tx, [ownerId, userId]);
  requireRoom(await tx.members.joined(userId), MAX_SHARED_WITH, 'wallets of others');
  const answered = { status: 'accepted', answeredAt: now, endedAt: null, updatedAt: now } as const;
  const accepted = await tx.members.update(id, answered);
  const makeEvent = createEvents({ producer: 'finance', clock, newId });
  const about = { membershipId: id, walletId, walletName: wallet.name, ownerId, userId };
  await tx.appendEvents([
    makeEvent('finance.wallet-invitation-accepted.v1', id, { ...about, acceptedAt: now.toISOString() }),
  ]);
  return accepted;
}
