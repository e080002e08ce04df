import type { Deps } from '../index.ts';

/**
 * Freezes the open accounts of a person who is frozen: nothing leaves or comes, scheduled transfers fail, holds are not
 * captured, and accounts opened meanwhile are frozen, too. Or opens those that were frozen so, none that an admin froze;
 * what was planned is paused then, since whoever made the person freeze may have planned it: they resume what is theirs.
 * A change older than the last one does nothing.
 */
export async function setUserFrozen(deps: Deps, change: { userId: string; at: Date; frozen: boolean }): Promise<void> {
  const isNews = await deps.transact.run(async (tx) => {
    const changed = await deps.users.setFrozen(tx, change);
    if (changed && !change.frozen) await deps.users.pausePlans(tx, change.userId);
    return changed;
  });
  if (!isNews) return;
  await freezeWithOwner(deps, change.userId, change.frozen);
}

/** The same of the accounts alone. One account at a time: transfers lock theirs in another order. */
export async function freezeWithOwner(
  { transact, accounts }: Pick<Deps, 'transact' | 'accounts'>,
  userId: string,
  frozen: boolean,
): Promise<void> {
  for (const { id } of await accounts.ofOwners([userId])) {
    await transact.run((tx) => accounts.setFrozenWithOwner(tx, id, frozen));
  }
}
