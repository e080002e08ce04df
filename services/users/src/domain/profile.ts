import { type Day, type WeekendRule, isTimeZone } from '@florin/calendar';

/** The person's own calendar, by which finance cuts weeks, months and years, and whose requests they take. */
export interface Preferences {
  /** ISO 8601: 1 is Monday, 7 is Sunday */
  firstDayOfWeek: number;
  /** 1 to 31; a shorter month begins on its last day */
  firstDayOfTheMonth: number;
  /** where a month begins whose first day is a Saturday or Sunday: then, on the Friday before, or on Monday */
  monthStartOnWeekend: WeekendRule;
  /** 1 is January */
  firstMonthOfTheYear: number;
  /** a day on which one of the person's fortnights begins; null: every other week */
  fortnightFrom: Day | null;
  /** days on which the person's own periods begin, in order */
  ownPeriodStarts: readonly Day[];
  paymentRequestsFrom: RequestsFrom;
  friendRequestsFrom: RequestsFrom;
}

export const REQUESTS_FROM = ['everybody', 'friends-of-friends', 'friends'] as const;
/** whose requests a person takes */
export type RequestsFrom = (typeof REQUESTS_FROM)[number];

export const DEFAULT_PREFERENCES: Preferences = {
  firstDayOfWeek: 1,
  firstDayOfTheMonth: 1,
  monthStartOnWeekend: 'stay',
  firstMonthOfTheYear: 1,
  fortnightFrom: null,
  ownPeriodStarts: [],
  paymentRequestsFrom: 'everybody',
  friendRequestsFrom: 'everybody',
};

/** What a person tells of themselves for clients that ask; nobody else sees it. An empty text is nothing told. */
export interface PersonalDetails {
  /** the part of the name that comes first, where it is more than the first word */
  givenName: string;
  gender: string;
  title: string;
  /** E.164; no proof of anything: who signs in by a number proves it to auth */
  phone: string;
}

export const NO_DETAILS: PersonalDetails = { givenName: '', gender: '', title: '', phone: '' };

export interface Profile {
  userId: string;
  name: string;
  username: string | null;
  /** copy of auth's address, shown to its owner only */
  email: string | null;
  /** IANA name; null is treated as UTC */
  timeZone: string | null;
  /** BCP 47 tag */
  locale: string | null;
  status: 'active' | 'terminated';
  preferences: Preferences;
  details: PersonalDetails;
  createdAt: Date;
  updatedAt: Date;
  hasPicture: boolean;
  /** oldest first */
  formerNames: FormerName[];
}

/** What a person was called until an instant. */
export interface FormerName {
  name: string;
  username: string | null;
  until: Date;
}

/** What auth says about a person when the profile is made. */
export interface ProfileSeed extends Pick<Profile, 'userId' | 'name' | 'username' | 'email' | 'timeZone' | 'locale'> {
  registeredAt: Date;
}

/** What stands where the name of a person stood who has left. */
export const FORMER_MEMBER = 'Former member';

/** True for an IANA time zone this runtime knows, e.g. `Europe/Berlin`. */
export function isPlace(name: string): boolean {
  // offsets such as +02:00 are zones, but no places: their daylight saving is not known
  return /^[A-Za-z]/.test(name) && isTimeZone(name);
}

/** The canonical form of a BCP 47 tag (`en-us` -> `en-US`), or undefined when it is none. */
export function canonicalLocale(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
