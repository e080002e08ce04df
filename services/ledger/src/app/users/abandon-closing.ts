import type { Deps } from '../index.ts';
import { eachAlone } from '../jobs/each-alone.ts';
import { freezeWithOwner } from './set-user-frozen.ts';

/** a closing takes a second */
const LONGEST_MS = 120_000;

/** The account is not closed after all: opens again what was stopped for it. Does nothing when no closing has begun. */
export async function abandonClosing(deps: Deps, userId: string): Promise<void> {
  const ended = await deps.transact.run((tx) => deps.users.endClosing(tx, userId, false));
  if (ended) await freezeWithOwner(deps, userId, false);
}

/** Ends closings of which nothing was heard: whoever is still there gets their account back. Returns how many were looked at. */
export async function endLostClosings(deps: Deps, maximum: number): Promise<number> {
  const ids = await deps.users.closingsBefore(new Date(deps.clock().getTime() - LONGEST_MS), maximum);
  await eachAlone(ids, async (userId) => {
    if (await deps.directory.isThere(userId)) await abandonClosing(deps, userId);
    else await deps.transact.run((tx) => deps.users.endClosing(tx, userId, true));
  });
  return ids.length;
}
