import { FlorinError, invalidField } from '@florin/errors';
import { type MemberRole, type Need, requireRole } from '../../domain/members/member.ts';
import type { Deps } from '../index.ts';
import type { Access } from './ports.ts';

/** Whose things an order is about; `actorId` of a member, who is not the owner. */
export interface Acting {
  ownerId: string;
  actorId?: string;
}

export interface Asked {
  userId: string;
  need: Need;
  /** what the order is about: a wallet, or a transaction */
  walletId?: string | undefined;
  transactionId?: string | undefined;
}

/**
 * For whom a person acts on a thing that is not their own: the one who shares its wallet with them; undefined when nobody does.
 * Throws FORBIDDEN when the person's role is not enough.
 */
export async function findAccess(
  { stores }: Pick<Deps, 'stores'>,
  { userId, need, walletId, transactionId }: Asked,
): Promise<{ as: Acting; role: MemberRole } | undefined> {
  const access =
    transactionId === undefined
      ? (await stores.members.access(userId, walletId === undefined ? [] : [walletId]))[0]
      : await stores.members.accessToRow(userId, transactionId);
  if (!access) return undefined;
  requireRole(access.role, need);
  return { as: actingBy(userId, access), role: access.role };
}

/**
 * Whose wallets a reading is of: the person's own, or those that one person shares with them. Throws INVALID_ARGUMENT on
 * `walletId` for wallets of several owners.
 */
export async function findOwner(
  { stores }: Pick<Deps, 'stores'>,
  { userId, walletIds = [] }: { userId: string; walletIds?: readonly string[] | undefined },
): Promise<Acting> {
  const shared = walletIds.length === 0 ? [] : await stores.members.access(userId, walletIds);
  const [first] = shared;
  if (!first) return { ownerId: userId };
  const isOfOne = shared.length === new Set(walletIds).size && shared.every(({ ownerId }) => ownerId === first.ownerId);
  if (!isOfOne) throw invalidField('walletId', 'must be wallets of one owner');
  return actingBy(userId, first);
}

const actingBy = (actorId: string, { ownerId }: Access): Acting => ({ ownerId, actorId });

/** Throws ACCOUNT_FROZEN when any of the people is frozen. */
export async function refuseFrozen(
  { members }: Pick<Deps['stores'], 'members'>,
  userIds: readonly string[],
): Promise<void> {
  if (await members.isAnyFrozen(userIds)) throw new FlorinError('ACCOUNT_FROZEN', 'The account is frozen');
}
