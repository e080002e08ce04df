import { hasLapsed, inOrder, total } from '../../domain/points.ts';
import type { Deps } from '../index.ts';

/** What a person has, and what of it lapses next. */
export async function getPoints(
  { directory, points, clock }: Pick<Deps, 'directory' | 'points' | 'clock'>,
  ownerId: string,
): Promise<{ balance: bigint; next: { points: bigint; at: Date } | null }> {
  const account = await directory.ownAccount(ownerId, 'PTS');
  const now = clock();
  const live = (await points.ofAccount(account.id)).filter((lot) => !hasLapsed(lot, now));
  const at = inOrder(live)[0]?.lapsesAt ?? null;
  if (at === null) return { balance: total(live), next: null };
  const lapsing = live.filter((lot) => lot.lapsesAt?.getTime() === at.getTime());
  return { balance: total(live), next: { points: total(lapsing), at } };
}
