import type { Clock } from '@florin/service-kit';

export interface TestClock {
  now: Clock;
  set(time: string | Date): void;
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is set or advanced. */
export function createTestClock(start: string | Date = '2026-11-21T09:00:00.000Z'): TestClock {
  let current = new Date(start).getTime();
  return {
    now: () => new Date(current),
    set: (time) => {
      current = new Date(time).getTime();
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}
