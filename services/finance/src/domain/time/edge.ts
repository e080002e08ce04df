import { intervalOf } from './calendar.ts';

/** An end of a span: an instant, or a whole day in the person's time zone. */
export type Edge = { instant: Date } | { day: string };

/** First instant of an edge. */
export function startOf(edge: Edge, timeZone: string): Date {
  return 'instant' in edge ? edge.instant : intervalOf({ start: edge.day, end: edge.day }, timeZone).start;
}

/** First instant after an edge that is included itself. */
export function endOf(edge: Edge, timeZone: string): Date {
  if ('instant' in edge) return new Date(edge.instant.getTime() + 1);
  return intervalOf({ start: edge.day, end: edge.day }, timeZone).end;
}
