import { changeStatus } from '../admin/set-account-status.ts';
import type { Deps } from '../index.ts';
import { eachAlone } from '../jobs/each-alone.ts';
import { freeHold } from '../holds/own-hold.ts';
import { findSides, takeAll } from '../points/move-points.ts';

const HOLDS_AT_ONCE = 500;

/**
 * Settles what a user who is gone leaves behind: every open account is frozen, holds by and for the user are freed,
 * payment requests and scheduled transfers by and to the user are cancelled, and points lapse. Money that is left stays
 * in the frozen accounts until an admin empties them. Done twice it is done once.
 */
export async function endUser(deps: Deps, userId: string): Promise<void> {
  await deps.transact.run((tx) => deps.users.endClosing(tx, userId, true));
  await freezeAccounts(deps, userId);
  await deps.transact.run((tx) => deps.users.cancelPlans(tx, userId));
  for (;;) {
    const ids = await deps.users.pendingHolds(userId, HOLDS_AT_ONCE);
    await eachAlone(ids, (id) => voidHold(deps, id));
    if (ids.length < HOLDS_AT_ONCE) break;
  }
  await lapseAllPoints(deps, userId);
}

async function freezeAccounts(deps: Deps, userId: string): Promise<void> {
  for (const account of await deps.accounts.ofOwners([userId])) {
    if (account.status === 'open') await deps.transact.run((tx) => changeStatus(deps, tx, account.id, 'frozen'));
  }
}

async function voidHold(deps: Deps, id: string): Promise<void> {
  await deps.transact.run(async (tx) => {
    const hold = await deps.holds.lock(tx, id);
    if (hold?.status === 'pending') await freeHold(deps, tx, { ...hold, status: 'voided' });
  });
}

async function lapseAllPoints(deps: Deps, userId: string): Promise<void> {
  const found = await deps.accounts.ofOwners([userId]);
  if (!found.some(({ kind, posted }) => kind === 'points' && posted > 0n)) return;
  const sides = await findSides(deps, userId);
  await deps.transact.run(async (tx) => {
    await takeAll(deps, tx, { ...sides, lots: await deps.points.lock(tx, sides.account.id) });
  });
}
