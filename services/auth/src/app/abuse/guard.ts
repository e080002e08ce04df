import type { Knex } from 'knex';
import type { Device } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import type { App, Lane } from '../ports.ts';
import { deviceKeys } from './devices.ts';
import { limited } from './limits.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The lane of one guess budget (password, code, TOTP and recovery code of one account together). A device or address
 * that has signed in before has a lane of its own, so strangers' failures never lock its owner out. An identifier
 * nobody has is counted the same. Throws RATE_LIMITED while the lane must wait.
 */
export async function openLane(
  app: App,
  { user, identifier, device }: { user: User | undefined; identifier: string; device: Device },
): Promise<Lane> {
  const now = app.clock();
  const subject = user?.id ?? `nobody:${app.secrets.hash('subject', identifier).toString('base64url', 0, 16)}`;
  const keys = deviceKeys(app, device);
  const own = keys.lanes.map((key) => ({ key, lane: key.toString('base64url', 0, 16) }));
  const { lane, blockedUntil } = await app.stores.guesses.laneOf(
    app.db,
    { userId: user?.id ?? NOBODY, subject, own },
    now,
  );
  if (blockedUntil) throw limited((blockedUntil.getTime() - now.getTime()) / 1000);
  return lane;
}

/** Counts a wrong guess. */
export async function guessFailed(app: App, lane: Lane, db: Knex = app.db): Promise<void> {
  await app.stores.guesses.fail(db, lane, app.clock());
}

/**
 * Ends a run of guesses with a right one. Throws RATE_LIMITED when wrong guesses made at the same time have blocked
 * the lane: else a burst in parallel would get more tries than the budget has.
 */
export async function guessRight(app: App, lane: Lane, db: Knex = app.db): Promise<void> {
  if (!(await app.stores.guesses.clear(db, lane, app.clock()))) throw limited(1);
}

/** Same as `guessRight`, without ending the run: for the first of two factors. */
export async function guessHolds(app: App, lane: Lane): Promise<void> {
  if (await app.stores.guesses.blockedUntil(app.db, lane, app.clock())) throw limited(1);
}
