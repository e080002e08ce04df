import { DEFAULT_RULES, type CalendarRules } from '@florin/calendar';

/** How a person counts time. */
export interface Preferences extends CalendarRules {
  /** IANA name */
  timeZone: string;
}

export const DEFAULT_PREFERENCES: Preferences = { ...DEFAULT_RULES, timeZone: 'UTC' };
