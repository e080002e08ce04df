import type { Deps } from '../index.ts';

/**
 * Ends the pushes of at most `maximum` sessions that lapsed without being ended: nobody signs out of a phone that was
 * given away. Returns how many.
 */
export function endLapsedPushes(deps: Pick<Deps, 'clock' | 'sessions' | 'transact'>, maximum: number): Promise<number> {
  return deps.transact(async (tx) => {
    const lapsed = await deps.sessions.takeLapsedPushes(tx, deps.clock(), maximum);
    for (const { id: deviceId, userId, platform } of lapsed) {
      tx.emit('auth.push-token-changed.v1', { userId, deviceId, platform, pushToken: null });
    }
    return lapsed.length;
  });
}
