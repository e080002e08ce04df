import { dayOf, endOfDay, type Day } from '@florin/calendar';
import type { Random } from './random.ts';

const MIN_POINTS = 20;
const MAX_POINTS = 50;
const LIFE_MS = 7 * 24 * 60 * 60_000;

export interface CheckIn {
  day: Day;
  points: number;
  lapsesAt: Date;
  /** the end of the day */
  until: Date;
}

export interface CheckInState {
  registeredAt: Date;
  timeZone: string;
  /** of the last check-in */
  lastDay: Day | null;
}

/**
 * The check-in of this moment, or why there is none: one a calendar day of the person's zone, none on the sign-up day.
 * Days only go up, so that moving the zone around the world gains none.
 */
export function decideCheckIn(state: CheckInState, now: Date, random: Random): CheckIn | 'sign-up day' | 'used' {
  const day = dayOf(now, state.timeZone);
  if (day <= dayOf(state.registeredAt, state.timeZone)) return 'sign-up day';
  if (state.lastDay !== null && day <= state.lastDay) return 'used';
  const points = MIN_POINTS + Math.floor(random() * (MAX_POINTS - MIN_POINTS + 1));
  const until = endOfDay(day, state.timeZone);
  return { day, points, lapsesAt: new Date(now.getTime() + LIFE_MS), until };
}
