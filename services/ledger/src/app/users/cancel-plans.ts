import type { Deps } from '../index.ts';

/**
 * Cancels the scheduled transfers that were planned from a person's account before an instant, and the payment requests
 * by and to them. Done twice it is done once.
 */
export async function cancelPlans(
  { transact, users }: Pick<Deps, 'transact' | 'users'>,
  { userId, madeBefore }: { userId: string; madeBefore: Date },
): Promise<void> {
  await transact.run((tx) => users.cancelOwnPlans(tx, userId, madeBefore));
}
