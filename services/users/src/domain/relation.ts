/** How another person stands to me: nothing, I have asked, they have asked me, friends, or it is me. */
export type RelationState = 'none' | 'requested' | 'asked' | 'friends' | 'self';

export type RequestStatus = 'pending' | 'accepted' | 'declined' | 'cancelled';

export interface FriendRequest {
  id: string;
  fromUserId: string;
  toUserId: string;
  status: RequestStatus;
  createdAt: Date;
}

/** What two people are to each other: one record a pair, so that crossing requests meet in it. */
export interface Relation {
  friends: boolean;
  request: FriendRequest | null;
}

/** Friends, and requests one person may have open at a time. */
export const MAX_FRIENDS = 5_000;
export const MAX_OPEN_REQUESTS = 500;

/** The key of a pair, the same from both sides. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}:${b}` : `${b}:${a}`;
}

/** The relation as `userId` sees it. */
export function stateFor(userId: string, otherId: string, relation: Relation | undefined): RelationState {
  if (userId === otherId) return 'self';
  if (!relation) return 'none';
  if (relation.friends) return 'friends';
  if (relation.request?.status !== 'pending') return 'none';
  return relation.request.fromUserId === userId ? 'requested' : 'asked';
}
