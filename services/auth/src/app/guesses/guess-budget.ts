import type { Device } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { deviceKeys } from '../devices/device-keys.ts';
import type { Deps } from '../index.ts';
import { limited } from '../limits/limited.ts';
import type { Db } from '../ports.ts';
import type { GuessBudget } from './ports.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The budget from which a guess at an account's password, code, TOTP or recovery code is taken. A device or address that
 * has signed in before has a budget of its own, so that strangers' failures never lock the owner out. An identifier
 * nobody has is counted the same way. Throws RATE_LIMITED while the budget must wait.
 */
export async function openGuessBudget(
  deps: Deps,
  { user, identifier, device }: { user: User | undefined; identifier: string; device: Device },
  db: Db = deps.db,
): Promise<GuessBudget> {
  const now = deps.clock();
  const subject = user?.id ?? `nobody:${deps.secrets.hash('subject', identifier).toString('base64url', 0, 16)}`;
  const own = deviceKeys(deps, device).known.map((key) => ({ key, caller: key.toString('base64url', 0, 16) }));
  const asked = { userId: user?.id ?? NOBODY, subject, own };
  const { budget, blockedUntil } = await deps.guesses.budgetOf(db, asked, now);
  if (blockedUntil) throw limited((blockedUntil.getTime() - now.getTime()) / 1000);
  return budget;
}

/** Counts a wrong guess. */
export async function guessFailed(deps: Deps, budget: GuessBudget, db: Db = deps.db): Promise<void> {
  await deps.guesses.fail(db, budget, deps.clock());
}

/**
 * Ends a run of guesses with a right one. Throws RATE_LIMITED when wrong guesses made at the same time have used the
 * budget up: else a burst in parallel would get more tries than the budget has.
 */
export async function guessRight(deps: Deps, budget: GuessBudget, db: Db = deps.db): Promise<void> {
  if (!(await deps.guesses.clear(db, budget, deps.clock()))) throw limited(1);
}

/** Same as `guessRight`, without ending the run: for the first of two factors. */
export async function guessHolds(deps: Deps, budget: GuessBudget): Promise<void> {
  if (await deps.guesses.blockedUntil(deps.db, budget, deps.clock())) throw limited(1);
}
