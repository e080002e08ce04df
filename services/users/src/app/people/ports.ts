import type { FlorinEvent } from '@florin/contracts';
import type { PersonalDetails, Preferences, Profile, ProfileSeed } from '../../domain/profile.ts';

export interface ProfileChange {
  name?: string | undefined;
  timeZone?: string | undefined;
  locale?: string | undefined;
  preferences?: Partial<Preferences> | undefined;
  details?: Partial<PersonalDetails> | undefined;
}

/** What auth last said of a person's names and addresses. */
export interface Contact extends Pick<Profile, 'name' | 'username' | 'email'> {
  changedAt: Date;
}

export interface ProfileStore {
  /** Writes the profile with its events unless there is one (or a tombstone); true when it was written. */
  create(seed: ProfileSeed, newCardNumber: () => string, events: readonly FlorinEvent[]): Promise<boolean>;
  findMany(userIds: readonly string[]): Promise<Profile[]>;
  /** undefined when there is no active profile */
  change(userId: string, change: ProfileChange, event: (after: Profile) => FlorinEvent): Promise<Profile | undefined>;
  /** Saves the contact unless a later one is known; false when there is no profile. */
  applyContact(userId: string, contact: Contact, event: (after: Profile) => FlorinEvent): Promise<boolean>;
  /** Notes since when the person has their picture, or that they have none. */
  markPicture(userId: string, updatedAt: Date | null): Promise<void>;
  /**
   * Counts one more friend request by the person, unless there were `most` in the last 24 hours: then the time of the one
   * after which the next is one too many.
   */
  countAsking(userId: string, most: number, now: Date): Promise<Date | undefined>;
  /** Leaves a tombstone without personal data, so that a late registration event makes no profile. */
  terminate(userId: string, at: Date): Promise<void>;
  /** Active people with a word that starts with each of `words`, by name. */
  search(words: readonly string[], limit: number): Promise<Profile[]>;
}

export interface Directory {
  /** People as auth knows them; unknown and terminated ones are left out. Throws UNAVAILABLE. */
  getUsers(userIds: readonly string[]): Promise<ProfileSeed[]>;
  /** The active person behind a proven address or a username. Throws UNAVAILABLE. */
  resolve(identifier: { email: string } | { username: string }): Promise<ProfileSeed | undefined>;
}
