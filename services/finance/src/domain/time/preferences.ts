import { DEFAULT_RULES, type CalendarRules } from '@florin/calendar';

/** How a person counts time. */
export interface Preferences extends CalendarRules {
  /** IANA name */
  timeZone: string;
  /** BCP 47 tag of their language */
  locale: string | null;
}

export const DEFAULT_PREFERENCES: Preferences = { ...DEFAULT_RULES, timeZone: 'UTC', locale: null };
