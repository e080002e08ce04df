import { FlorinError } from '@florin/errors';

/** What goes first when not all can: money, then the rest, then what can best do without for a moment. */
export const PRIORITIES = ['money', 'normal', 'spare'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface AdmissionOptions {
  /** of what, for the refusal */
  name: string;
  /** calls under way at once; default 192 */
  underWay?: number;
  /** calls that wait for their turn; default 256 */
  waiting?: number;
  /** how long one waits for its turn; default 2 s */
  waitMs?: number;
}

export interface Admission {
  /** True when the next call need not wait. */
  isFree(): boolean;
  /** Does the work when it is its turn. Throws UNAVAILABLE when too many wait that go first, or its turn does not come in time. */
  run<T>(priority: Priority, work: () => Promise<T>): Promise<T>;
}

interface Waiter {
  go(): void;
  refuse(): void;
}

/** Keeps the calls to one service to as many as it does well at once. The others wait by priority, few and not for long. */
export function createAdmission(options: AdmissionOptions): Admission {
  const { name, underWay: most = 192, waiting: mostWaiting = 256, waitMs = 2_000 } = options;
  const queues = new Map<Priority, Waiter[]>(PRIORITIES.map((priority) => [priority, []]));
  let underWay = 0;
  const queueOf = (priority: Priority): Waiter[] => queues.get(priority) ?? [];
  const waiting = () => PRIORITIES.reduce((sum, priority) => sum + queueOf(priority).length, 0);
  const busy = () =>
    new FlorinError('UNAVAILABLE', `${name} has too much to do at present`, {
      retryAfterSeconds: 1,
      meta: { outcome: 'none' },
    });

  /** Makes room for one of this priority; false when all who wait go before it. */
  const makeRoom = (priority: Priority): boolean => {
    if (waiting() < mostWaiting) return true;
    const later = PRIORITIES.slice(PRIORITIES.indexOf(priority) + 1).reverse();
    const queue = later.map(queueOf).find(({ length }) => length > 0);
    queue?.pop()?.refuse();
    return queue !== undefined;
  };
  const turn = (priority: Priority): Promise<void> =>
    new Promise((resolve, reject) => {
      const refuse = () => {
        clearTimeout(late);
        reject(busy());
      };
      const waiter: Waiter = {
        go: () => {
          clearTimeout(late);
          resolve();
        },
        refuse,
      };
      const queue = queueOf(priority);
      const late = setTimeout(() => {
        queue.splice(queue.indexOf(waiter), 1);
        refuse();
      }, waitMs);
      queue.push(waiter);
    });
  const leave = (): void => {
    const next = PRIORITIES.map(queueOf)
      .find(({ length }) => length > 0)
      ?.shift();
    // a place is handed on, so that newcomers can't overtake those who wait
    if (next) next.go();
    else underWay -= 1;
  };
  return {
    isFree: () => underWay < most,
    run: async (priority, work) => {
      if (underWay < most) underWay += 1;
      else if (makeRoom(priority)) await turn(priority);
      else throw busy();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
