import { FlorinError, ASKING_WINDOW_MS, DECLINES_COUNT_MS, notFound, requireMayAsk } from '@florin/errors';
import { createEvents } from '@florin/messaging';
import { MAX_MEMBERS, MAX_OPEN_INVITATIONS, requireRoom } from '../../domain/limits.ts';
import { ASKING, type Member, type MemberRole, requireShareable } from '../../domain/members/member.ts';
import { requireOpen, type Wallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import type { Keyed, Once, Tx } from '../ports.ts';
import { refuseFrozen } from './find-access.ts';
import type { PersonName } from './ports.ts';

interface Invitation {
  walletId: string;
  to: PersonName;
  role: MemberRole;
}

type Inviting = Pick<Deps, 'once' | 'people' | 'nudge'> & GiveCategories;

/**
 * Invites a person to a wallet of one's own. A repeat with the same key gets the first result. Throws NOT_FOUND for the wallet
 * and for a person as a friend request does, INVALID_ARGUMENT for oneself, CONFLICT for a wallet that can't be shared or a person
 * who is invited or a member already, FORBIDDEN for one who takes no requests, LIMIT_EXCEEDED, RATE_LIMITED, UNAVAILABLE.
 */
export async function inviteMember(
  deps: Inviting,
  { ownerId, key, ...input }: Keyed<Invitation>,
): Promise<Once<Member>> {
  // there is a row to lock then
  await giveCategories(deps, ownerId);
  const asked = { scope: `${ownerId} invite member`, key, request: input };
  const made = await deps.once(asked, (tx) => invite(deps, tx, { ...input, ownerId }));
  deps.nudge();
  return made;
}

async function invite(
  deps: Inviting,
  tx: Tx,
  { ownerId, walletId, to, role }: Invitation & { ownerId: string },
): Promise<Member> {
  // first of all: whose account is being closed has its memberships ended under this lock
  await tx.owners.lock(ownerId);
  const wallet = await tx.wallets.find(ownerId, walletId, 'share');
  if (!wallet || wallet.status === 'archived') throw notFound('Wallet');
  requireShareable(requireOpen(wallet));
  const userId = await deps.people.findToAsk(ownerId, to);
  await refuseFrozen(tx, [ownerId]);
  const known = await tx.members.find(ownerId, walletId, userId);
  if (known)
    throw new FlorinError('CONFLICT', `This person is ${known.status === 'invited' ? 'invited' : 'a member'} already`);
  const now = deps.clock();
  await requireMayInvite(tx, { ownerId, walletId, userId }, now);
  const id = deps.newId();
  const answers = { answeredAt: null, endedAt: null };
  const member: Member = {
    ...{ id, walletId, ownerId, userId, role },
    ...{ status: 'invited', invitedAt: now, updatedAt: now, ...answers },
  };
  await tx.members.insert(member);
  await tx.appendEvents([invitedEvent(deps, member, wallet)]);
  return member;
}

async function requireMayInvite(
  tx: Tx,
  { ownerId, walletId, userId }: Pick<Member, 'ownerId' | 'walletId' | 'userId'>,
  now: Date,
): Promise<void> {
  const { ofWallet, open } = await tx.members.counts(ownerId, walletId);
  requireRoom(ofWallet, MAX_MEMBERS, 'members and invitations of a wallet');
  requireRoom(open, MAX_OPEN_INVITATIONS, 'open invitations');
  const before = (ms: number) => new Date(now.getTime() - ms);
  const since = { invited: before(ASKING_WINDOW_MS), declined: before(DECLINES_COUNT_MS) };
  const { invited, pair, declined } = await tx.members.asked(ownerId, userId, since);
  const full = { fullSince: invited[ASKING.perDay - 1], pairFullSince: pair[ASKING.perPairPerDay - 1] };
  requireMayAsk({ ...full, declines: declined }, ASKING, now, 'to');
}

function invitedEvent({ clock, newId }: Pick<Deps, 'clock' | 'newId'>, member: Member, { name }: Wallet) {
  const { id, walletId, ownerId, userId, role, invitedAt } = member;
  const makeEvent = createEvents({ producer: 'finance', clock, newId });
  return makeEvent('finance.wallet-invited.v1', id, {
    membershipId: id,
    walletId,
    walletName: name,
    ownerId,
    userId,
    role,
    invitedAt: invitedAt.toISOString(),
  });
}
