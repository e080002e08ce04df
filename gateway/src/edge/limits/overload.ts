import { FlorinError } from '@florin/errors';
import type { Step } from '@florin/service-kit';
import type { Priority } from '../../proxy/turns/admission.ts';

const LOOK_MS = 100;
/** Weight of the last look: a single pause counts for little, a second of them for nearly all. */
const WEIGHT = 0.2;
/** How late the event loop runs, in the mean of the last second, when calls are refused. Money is not: it costs less to do than to ask twice. */
const REFUSED_FROM_MS: Record<Priority, number> = { spare: 400, normal: 1_500, money: Number.POSITIVE_INFINITY };

export interface Overload extends Step {
  /** Takes note of how late a look came. */
  note(lateMs: number): void;
  /** Throws UNAVAILABLE while this process is too far behind for calls of the priority. */
  check(priority: Priority): void;
}

/** Watches how far this process is behind, and refuses what can wait before it makes everybody wait. */
export function createOverload(): Overload {
  let behindMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let due = 0;
  const note = (lateMs: number): void => {
    behindMs += (lateMs - behindMs) * WEIGHT;
  };
  return {
    name: 'overload',
    start: () => {
      due = performance.now() + LOOK_MS;
      timer = setInterval(() => {
        const now = performance.now();
        note(Math.max(0, now - due));
        due = now + LOOK_MS;
      }, LOOK_MS).unref();
    },
    stop: () => {
      clearInterval(timer);
    },
    note,
    check: (priority) => {
      if (behindMs < REFUSED_FROM_MS[priority]) return;
      throw new FlorinError('UNAVAILABLE', 'There is too much to do at present', {
        retryAfterSeconds: 1,
        meta: { outcome: 'none' },
      });
    },
  };
}
