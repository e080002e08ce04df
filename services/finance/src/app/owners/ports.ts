import type { Preferences } from '../../domain/time/preferences.ts';

export interface OwnerStore {
  /** Makes others that lock the owner wait for the end of the transaction. */
  lock(ownerId: string): Promise<void>;
  /** True the first time. */
  markSeeded(ownerId: string, now: Date): Promise<boolean>;
  /** Notes that the person is gone. */
  end(ownerId: string, now: Date): Promise<void>;
  /** Whether the person is gone; who ends them waits for the end of the transaction. */
  hasEnded(ownerId: string): Promise<boolean>;
}

/** How a person counts time, from the users service. */
export interface PreferencesSource {
  of(userId: string): Promise<Preferences>;
  /** As they are now, so that a change shows in the next summary; what was known serves when they can't be asked. */
  latest(userId: string): Promise<Preferences>;
}

/** Whoever is known to have something already, by id, so that a request need not look. Bounded: it may forget. */
export interface Known {
  has(id: string): boolean;
  add(id: string): unknown;
}
