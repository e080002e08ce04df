import type { Deps } from '../index.ts';

const DAY_MS = 86_400_000;
/** Ended sessions, codes, challenges and idempotency keys are kept this long for questions of support. */
const KEPT_MS = 30 * DAY_MS;

/** Makes the next signing key when it is due and drops what has lapsed. Safe to run at any time, in any number of processes. */
export async function housekeep(deps: Deps): Promise<void> {
  const { db } = deps;
  const now = deps.clock();
  const old = new Date(now.getTime() - KEPT_MS);
  await deps.keys.rotate();
  await deps.counters.prune(db, now);
  await deps.guesses.prune(db, now);
  await deps.codes.prune(db, old);
  await deps.challenges.prune(db, new Date(now.getTime() - DAY_MS));
  await deps.forgetKeys(db, old);
  await deps.keptReplies.prune(db, new Date(now.getTime() - DAY_MS));
  await deps.actionLinks.prune(db, now);
  await deps.trustedDevices.prune(db, now);
  await deps.revocations.prune(db, now);
  await deps.sessions.prune(db, old);
  await deps.usernames.prune(db, now);
}
