import type { Deps } from '../index.ts';

/** What auth said of a person, and when. */
export interface UserChange {
  userId: string;
  at: Date;
}

/**
 * Notes that a person is frozen, or not, and does the same to their accounts. A change older than the last one does
 * nothing. One account at a time: transfers lock theirs in another order.
 */
export async function setFrozen(
  { transact, accounts, users }: Pick<Deps, 'transact' | 'accounts' | 'users'>,
  { userId, at }: UserChange,
  frozen: boolean,
): Promise<void> {
  if (!(await transact.run((tx) => users.setFrozen(tx, { userId, frozen, at })))) return;
  await freezeWithOwner({ transact, accounts }, userId, frozen);
}

/** Freezes the open accounts of a person, or opens those that were frozen so. */
export async function freezeWithOwner(
  { transact, accounts }: Pick<Deps, 'transact' | 'accounts'>,
  userId: string,
  frozen: boolean,
): Promise<void> {
  for (const { id } of await accounts.ofOwners([userId])) {
    await transact.run((tx) => accounts.setFrozenWithOwner(tx, id, frozen));
  }
}
