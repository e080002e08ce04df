import type { Deps } from '../index.ts';

/** Marks requests whose time is over, at most `limit`; returns how many. */
export function expireRequests({ requests, clock }: Pick<Deps, 'requests' | 'clock'>, limit: number): Promise<number> {
  return requests.expire(clock(), limit);
}
