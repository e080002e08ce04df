import type { AccountIdentity } from '../../domain/posting/account.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import { LAPSE_REFERENCE, hasLapsed, total, type PointLot } from '../../domain/points.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** The two sides of every movement of points: the person's account and the house's. */
export interface PointSides {
  account: AccountIdentity;
  house: AccountIdentity;
}

/** Both sides for a person, whose account is opened when missing. */
export async function findSides({ directory }: Pick<Deps, 'directory'>, ownerId: string): Promise<PointSides> {
  const account = await directory.ownAccount(ownerId, 'PTS');
  return { account, house: await directory.system('points', 'PTS', account.id) };
}

type Lots = PointSides & { lots: readonly PointLot[] };

/** Takes back what has lapsed of the locked lots. */
export function takeLapsed(deps: Deps, tx: Tx, { lots, ...sides }: Lots): Promise<void> {
  return takeAll(deps, tx, { ...sides, lots: lots.filter((lot) => hasLapsed(lot, tx.now)) });
}

/** Lets locked lots lapse. */
export async function takeAll({ points }: Deps, tx: Tx, { account, house, lots: lapsed }: Lots): Promise<void> {
  if (lapsed.length === 0) return;
  await points.use(
    tx,
    lapsed.map((lot) => ({ lotId: lot.id, points: lot.remaining })),
  );
  const posting = { from: account, to: house, amount: total(lapsed), note: 'Points lapsed' };
  await tx.post(pointPosting({ ...posting, reference: LAPSE_REFERENCE }));
}

interface PointMove {
  from: AccountIdentity;
  to: AccountIdentity;
  amount: bigint;
  note: string;
  reference: string | null;
}

export function pointPosting({ from, to, amount, note, reference }: PointMove): Posting {
  const sides = { fromAccountId: from.id, toAccountId: to.id };
  // a frozen person may be given points and lose them, not spend them
  const forced = from.ownerId === null || reference === LAPSE_REFERENCE;
  return { kind: 'points', amount, currency: 'PTS', ...sides, note, visibility: 'private', reference, forced };
}
