import { notFound } from '@florin/errors';
import { CURRENT, type Member } from '../../domain/members/member.ts';
import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';
import type { MemberWithWallet } from './ports.ts';

interface ListMembers {
  ownerId: string;
  /** who looks, when it is a member: they see members alone, no invitations or ends */
  actorId?: string | undefined;
  walletId: string;
  /** default: those that have not ended */
  statuses?: readonly Member['status'][] | undefined;
  slice: Slice;
}

/** The members of a wallet in the order of their invitations. Throws NOT_FOUND. */
export async function listMembers(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, actorId, walletId, statuses = CURRENT, slice }: ListMembers,
): Promise<Member[]> {
  if (!(await stores.wallets.find(ownerId, walletId))) throw notFound('Wallet');
  const seen = actorId === undefined ? statuses : statuses.filter((status) => status === 'accepted');
  return seen.length === 0 ? [] : stores.members.list(ownerId, walletId, seen, slice);
}

/** One member of a wallet, or one who is invited; members see members alone. Throws NOT_FOUND. */
export async function getMember(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, actorId, walletId, userId }: Omit<ListMembers, 'statuses' | 'slice'> & { userId: string },
): Promise<Member> {
  const member = await stores.members.find(ownerId, walletId, userId);
  if (!member || (actorId !== undefined && member.status !== 'accepted')) throw notFound('Member');
  return member;
}

/** Open invitations to wallets of others, oldest first. */
export async function listInvitations(
  { stores }: Pick<Deps, 'stores'>,
  { userId, slice }: { userId: string; slice: Slice },
): Promise<MemberWithWallet[]> {
  return stores.members.invitations(userId, slice);
}
