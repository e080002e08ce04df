/** A calendar day, `YYYY-MM-DD`: sorts as text. */
export type Day = string;

const DAY_MS = 24 * 60 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string): Intl.DateTimeFormat {
  let found = formats.get(timeZone);
  if (!found) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    found = new Intl.DateTimeFormat('en-US', { timeZone, ...parts, second: '2-digit', hourCycle: 'h23' });
    formats.set(timeZone, found);
  }
  return found;
}

/** The wall clock of a zone at an instant, as if it were UTC. */
function wallClock(at: Date, timeZone: string): Date {
  const parts = Object.fromEntries(
    format(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return new Date(`${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}.000Z`);
}

/** The calendar day of an instant in a zone. */
export function dayOf(at: Date, timeZone: string): Day {
  return wallClock(at, timeZone).toISOString().slice(0, 10);
}

/** The instant at which a zone's clocks show `time` (`HH:MM:SS.mmm`) on a day; where they skip it, the moment after. */
export function instantOf(day: Day, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}Z`);
  let guess = wanted;
  for (let tries = 0; tries < 3; tries += 1) {
    const shown = wallClock(new Date(guess), timeZone).getTime() + (((guess % 1000) + 1000) % 1000);
    if (shown === wanted) break;
    guess += wanted - shown;
  }
  return new Date(guess);
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Monday, 6 is Sunday. */
export function weekday(day: Day): number {
  return (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
}
