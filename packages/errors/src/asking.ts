import { FlorinError } from './florin-error.ts';

/** How much one person may ask of others. */
export interface AskingLimits {
  /** requests by one person in 24 hours, those taken back included */
  perDay: number;
  /** of them, to the same person */
  perPairPerDay: number;
  /** so long a decline holds; twice as long after each further one in 90 days, 30 days at most */
  declineHours: number;
}

/** What of a person's earlier requests counts when they ask somebody again. */
export interface AskedBefore {
  /** the request after which the next one of the day is one too many, undefined while there is room */
  fullSince: Date | undefined;
  /** the same of requests to the one who is asked now */
  pairFullSince: Date | undefined;
  /** when that one declined, in the last DECLINES_COUNT_DAYS, latest first */
  declines: readonly Date[];
}

const HOUR_MS = 3_600_000;
export const ASKING_WINDOW_MS = 24 * HOUR_MS;
export const DECLINES_COUNT_MS = 90 * ASKING_WINDOW_MS;
const LONGEST_WAIT_MS = 30 * ASKING_WINDOW_MS;

/** Throws RATE_LIMITED naming `path` when the person must wait before they ask this one again. */
export function requireMayAsk(before: AskedBefore, { declineHours }: AskingLimits, now: Date, path: string): void {
  const { fullSince, pairFullSince, declines } = before;
  const [last] = declines;
  const wait = Math.min(declineHours * HOUR_MS * 2 ** (timesDeclined(declines, declineHours) - 1), LONGEST_WAIT_MS);
  const refuse = (since: Date | undefined, waitMs: number, why: string): void => {
    const waits = since === undefined ? 0 : since.getTime() + waitMs - now.getTime();
    if (waits <= 0) return;
    const retryAfterSeconds = Math.ceil(waits / 1000);
    throw new FlorinError('RATE_LIMITED', `${path}: ${why}`, { retryAfterSeconds, errors: [{ path, message: why }] });
  };
  refuse(last, wait, 'has declined; ask again later');
  refuse(pairFullSince, ASKING_WINDOW_MS, 'was asked too often today');
  refuse(fullSince, ASKING_WINDOW_MS, 'you have asked too often today');
}

/** Several requests declined at one time are one no. */
function timesDeclined(declines: readonly Date[], declineHours: number): number {
  let times = 0;
  let last = -Infinity;
  for (const at of declines.toReversed()) {
    if (at.getTime() - last < declineHours * HOUR_MS) continue;
    times += 1;
    last = at.getTime();
  }
  return times;
}
