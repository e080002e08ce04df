import { dayOf, type Day } from '@florin/calendar';

/** An end of a span: an instant, or a whole day on the person's calendar. */
export type Edge = { instant: Date } | { day: Day };

/** The day of an edge on the person's calendar. */
export function dayOfEdge(edge: Edge, timeZone: string): Day {
  return 'day' in edge ? edge.day : dayOf(edge.instant, timeZone);
}
