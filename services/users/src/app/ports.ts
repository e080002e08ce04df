import type { EventData, EventType, FlorinEvent } from '@florin/contracts';
import type { Preferences, Profile, ProfileSeed } from '../domain/profile.ts';
import type { FriendRequest, Relation, RequestStatus } from '../domain/relation.ts';

/** Makes the event of a fact, with an id, the time and the trace of the request under way. */
export type MakeEvent = <T extends EventType>(type: T, aggregateId: string, data: EventData<T>) => FlorinEvent<T>;

export interface ProfileChange {
  name?: string | undefined;
  timeZone?: string | undefined;
  locale?: string | undefined;
  preferences?: Partial<Preferences> | undefined;
}

/** Auth's newest word on a person's names and addresses. */
export interface Contact {
  name: string;
  username: string | null;
  email: string | null;
  changedAt: Date;
}

export interface ProfileStore {
  /** Writes the profile with its events unless there is one (or a tombstone); true when it was written. */
  create(seed: ProfileSeed, newCardNumber: () => string, events: readonly FlorinEvent[]): Promise<boolean>;
  find(userId: string): Promise<Profile | undefined>;
  findMany(userIds: readonly string[]): Promise<Profile[]>;
  /** undefined when there is no active profile */
  change(userId: string, change: ProfileChange, event: (after: Profile) => FlorinEvent): Promise<Profile | undefined>;
  /** Takes auth's word unless a later one was taken; false when there is no profile. */
  applyContact(userId: string, contact: Contact, event: (after: Profile) => FlorinEvent): Promise<boolean>;
  /** Says since when the person has their picture, or that they have none. */
  markPicture(userId: string, updatedAt: Date | null): Promise<void>;
  /** Leaves a tombstone without personal data, so that a late registration event makes no profile. */
  terminate(userId: string, at: Date): Promise<void>;
  search(words: readonly string[], limit: number): Promise<Profile[]>;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface RelationStore {
  find(userId: string, otherId: string): Promise<Relation | undefined>;
  findMany(userId: string, otherIds: readonly string[]): Promise<Map<string, Relation>>;
  findRequest(requestId: string, userId: string): Promise<FriendRequest | undefined>;
  /** Opens a request; undefined when the pair are friends or a request is open. The same id again answers the same request. */
  open(request: FriendRequest, event: FlorinEvent): Promise<FriendRequest | undefined>;
  /** Moves a pending request of that id on; undefined when it is pending no more. `crossedBy` marks whose crossing request accepted it. */
  settle(
    requestId: string,
    to: Exclude<RequestStatus, 'pending'>,
    at: Date,
    options?: { event?: FlorinEvent; crossedBy?: string },
  ): Promise<FriendRequest | undefined>;
  /** The request that the crossing request of this id accepted. */
  findCrossed(crossedBy: string): Promise<FriendRequest | undefined>;
  /** Ends a friendship; false when there was none. */
  unfriend(userId: string, otherId: string): Promise<boolean>;
  listRequests(
    userId: string,
    direction: 'incoming' | 'outgoing',
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<FriendRequest>>;
  /** Ids of friends, latest friendship first. */
  listFriends(userId: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<string>>;
  countFriends(userId: string): Promise<number>;
  countOpenRequests(userId: string): Promise<number>;
  /** Ends every friendship and request of a person who left. */
  forget(userId: string, at: Date): Promise<void>;
}

export interface Directory {
  /** People as auth knows them; unknown and terminated ones are left out. Throws UNAVAILABLE. */
  getUsers(userIds: readonly string[]): Promise<ProfileSeed[]>;
  /** The active person behind an address or username; throws NOT_FOUND. */
  resolve(identifier: { email: string } | { username: string }): Promise<ProfileSeed>;
}

export interface Idempotency {
  /** Runs the effect once per scope and key; `effectId` is the same when a crashed effect is tried again. */
  once<T>(
    request: { scope: string; key: string | undefined; request: unknown },
    effect: (effectId: string) => Promise<T>,
  ): Promise<{ body: T; replayed: boolean }>;
}
