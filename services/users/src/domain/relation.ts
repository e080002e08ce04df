import { ASKING_WINDOW_MS, DECLINES_COUNT_MS, type AskedBefore, type AskingLimits } from '@florin/errors';

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

/** When one of the two asked the other, or was declined. */
export interface Asking {
  fromUserId: string;
  at: Date;
}

/** What two people are to each other: one record a pair, so that crossing requests meet in it. */
export interface Relation {
  friends: boolean;
  request: FriendRequest | null;
  /** the last of each, oldest first */
  asked?: readonly Asking[];
  declined?: readonly Asking[];
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

/** What of one's earlier requests to the other counts against the next one. */
export function askedBefore(
  userId: string,
  { asked = [], declined = [] }: Pick<Relation, 'asked' | 'declined'>,
  { perPairPerDay }: AskingLimits,
  now: Date,
): Omit<AskedBefore, 'fullSince'> {
  const since = (askings: readonly Asking[], ms: number) =>
    askings.filter((one) => one.fromUserId === userId && now.getTime() - one.at.getTime() < ms).map(({ at }) => at);
  return {
    pairFullSince: since(asked, ASKING_WINDOW_MS).at(-perPairPerDay),
    declines: since(declined, DECLINES_COUNT_MS).toReversed(),
  };
}
