import type { Day } from './calendar.ts';
import { dayAt } from './calendar.ts';

/** An end of a span: an instant, or a whole day on the person's calendar. */
export type Edge = { instant: Date } | { day: Day };

/** The day of an edge on the person's calendar. */
export function dayOfEdge(edge: Edge, timeZone: string): Day {
  return 'day' in edge ? edge.day : dayAt(edge.instant, timeZone);
}
