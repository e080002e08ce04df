import type { App } from './ports.ts';

const DAY_MS = 86_400_000;
/** Ended sessions, codes and challenges are kept this long for questions of support. */
const KEPT_MS = 30 * DAY_MS;

/** Makes the next signing key when it is due and drops what has lapsed. Safe to run at any time, in any number of processes. */
export async function housekeep(app: App): Promise<void> {
  const { db, stores } = app;
  const now = app.clock();
  const old = new Date(now.getTime() - KEPT_MS);
  await app.keys.rotate();
  await stores.counters.prune(db, now);
  await stores.guesses.prune(db, now);
  await stores.codes.prune(db, old);
  await stores.challenges.prune(db, new Date(now.getTime() - DAY_MS));
  await stores.actionLinks.prune(db, now);
  await stores.trustedDevices.prune(db, now);
  await stores.revocations.prune(db, now);
  await stores.sessions.prune(db, old);
}
