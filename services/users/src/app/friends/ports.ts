import type { FlorinEvent } from '@florin/contracts';
import type { FriendRequest, Relation, RequestStatus } from '../../domain/relation.ts';

export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export type Direction = 'incoming' | 'outgoing';

export interface RelationStore {
  find(userId: string, otherId: string): Promise<Relation | undefined>;
  /** By the other person's id. */
  findMany(userId: string, otherIds: readonly string[]): Promise<Map<string, Relation>>;
  findRequest(requestId: string, userId: string): Promise<FriendRequest | undefined>;
  /**
   * Opens a request unless the pair have become friends or somebody asked since `known` was read; undefined then. The same
   * id again returns the same request.
   */
  open(request: FriendRequest, event: FlorinEvent, known: Relation | undefined): Promise<FriendRequest | undefined>;
  /** Ends a pending request; undefined when it is pending no more. `crossedBy` marks whose crossing request accepted it. */
  settle(
    request: Pick<FriendRequest, 'id' | 'fromUserId'>,
    to: Exclude<RequestStatus, 'pending'>,
    at: Date,
    options?: { event?: FlorinEvent; crossedBy?: string },
  ): Promise<FriendRequest | undefined>;
  /** The request that the crossing request of this id accepted. */
  findCrossed(crossedBy: string): Promise<FriendRequest | undefined>;
  /** Ends a friendship; false when there was none. */
  unfriend(userId: string, otherId: string): Promise<boolean>;
  listRequests(userId: string, direction: Direction, page: PageRequest): Promise<Page<FriendRequest>>;
  /** Ids of friends, latest friendship first. */
  listFriends(userId: string, page: PageRequest): Promise<Page<string>>;
  /** Ends friendship and open requests between the two. */
  part(userId: string, otherId: string, at: Date): Promise<void>;
  haveCommonFriend(userId: string, otherId: string): Promise<boolean>;
  countFriends(userId: string): Promise<number>;
  countOpenRequests(userId: string): Promise<number>;
  /** Ends the friendships and requests of a person that there were at an instant. */
  forget(userId: string, at: Date): Promise<void>;
}

export interface Idempotency {
  /** Runs the effect once per scope and key; `effectId` is the same when a crashed effect is tried again. */
  once<T>(
    request: { scope: string; key: string | undefined; request: unknown },
    effect: (effectId: string) => Promise<T>,
  ): Promise<{ body: T; replayed: boolean }>;
}
