import { WEEKEND_RULES, isDay, isTimeZone } from '@florin/calendar';
import { LRUCache } from 'lru-cache';
import { isFlorinError } from '@florin/errors';
import type { Clock, ServiceClient } from '@florin/service-kit';
import type { People } from '../app/members/ports.ts';
import type { PreferencesSource } from '../app/owners/ports.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../domain/time/preferences.ts';

export type UsersClient = ServiceClient<'users'>;

/** how a person counts time is waited for so long; what was known serves then */
export const USERS_TIMEOUT_MS = 1_000;
const FRESH_MS = 15_000;
/** a service that is down is not waited for by every request */
const REST_MS = 2_000;
const MAX_KEPT = 10_000;

/**
 * How people count time, asked from the users service and kept for 15 s. When it does not answer, what was known before
 * serves on; a person it does not know yet has the defaults. `latest` asks every time.
 */
function createPreferences(client: UsersClient, clock: Clock): PreferencesSource {
  const kept = new LRUCache<string, { preferences: Preferences; at: number }>({ max: MAX_KEPT });
  let failure: { error: unknown; until: number } | undefined;
  const fetchAnew = async (userId: string, now: number): Promise<Preferences> => {
    if (failure && now < failure.until) throw failure.error;
    try {
      const preferences = await ask(client, userId);
      failure = undefined;
      kept.set(userId, { preferences, at: now });
      return preferences;
    } catch (error) {
      failure = { error, until: now + REST_MS };
      throw error;
    }
  };
  const known = async (userId: string, freshMs: number): Promise<Preferences> => {
    const now = clock().getTime();
    const held = kept.get(userId);
    if (held && now - held.at < freshMs) return held.preferences;
    try {
      return await fetchAnew(userId, now);
    } catch (error) {
      if (held) return held.preferences;
      throw error;
    }
  };
  return { of: (userId) => known(userId, FRESH_MS), latest: (userId) => known(userId, 0) };
}

/** What the users service knows of people. */
export function createUsers(client: UsersClient, clock: Clock) {
  return { preferences: createPreferences(client, clock), people: createPeople(client) };
}

/** Whom people may ask for something, as the users service tells it. */
function createPeople(client: Pick<UsersClient, 'findPersonToAsk'>): People {
  return {
    findToAsk: async (userId, to) => {
      const named = 'userId' in to ? { toUserId: to.userId } : to;
      return (await client.findPersonToAsk({ userId, ...named })).userId;
    },
  };
}

async function ask(client: UsersClient, userId: string): Promise<Preferences> {
  const preferences = await getPreferences(client, userId);
  if (!preferences) return DEFAULT_PREFERENCES;
  const { timeZone, locale, firstDayOfWeek, firstDayOfTheMonth, firstMonthOfTheYear } = preferences;
  return {
    timeZone: isTimeZone(timeZone) ? timeZone : DEFAULT_PREFERENCES.timeZone,
    locale: locale === '' ? null : locale,
    firstDayOfWeek: within(firstDayOfWeek, 7),
    firstDayOfMonth: within(firstDayOfTheMonth, 31),
    firstMonthOfYear: within(firstMonthOfTheYear, 12),
    weekendRule: WEEKEND_RULES.find((rule) => rule === preferences.monthStartOnWeekend) ?? 'stay',
    fortnightFrom: isDay(preferences.fortnightFrom) ? preferences.fortnightFrom : null,
    ownStarts: preferences.ownPeriodStarts.filter(isDay),
  };
}

async function getPreferences(client: UsersClient, userId: string) {
  try {
    return (await client.getPreferences({ userId })).preferences;
  } catch (error) {
    if (isFlorinError(error) && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

/** The number when it lies from 1 to `maximum`, else the default of them all. */
function within(value: number, maximum: number): number {
  return value >= 1 && value <= maximum ? value : 1;
}
