import type { IdempotencyKey, Posting, Transfer } from '../../domain/posting/posting.ts';
import type { PointLot } from '../../domain/points.ts';
import { hasLapsed, inOrder, takeFrom, total } from '../../domain/points.ts';
import type { Clock } from '@florin/service-kit';
import type { AccountIdentity } from '../../domain/posting/account.ts';
import type { Directory } from '../directory.ts';
import { eachAlone } from '../each-alone.ts';
import type { EntryDetails, EntryStore, Once, PointStore, Transact, Tx } from '../ports.ts';

export interface PointsParts {
  directory: Directory;
  transact: Transact;
  points: PointStore;
  clock: Clock;
}

export interface PointsChange {
  transfer: Transfer;
  balance: bigint;
}

const LAPSE = 'florin:lapse';

/** Gives a person points, once per key; they lapse at `lapsesAt`, null: never. */
export function createGrantPoints({ directory, transact, points }: PointsParts) {
  return async (grant: {
    ownerId: string;
    points: bigint;
    reason: string;
    lapsesAt: Date | null;
    key: IdempotencyKey;
  }): Promise<Once<PointsChange>> => {
    const account = await directory.ownAccount(grant.ownerId, 'PTS');
    const house = await directory.system('points', 'PTS', account.id);
    return transact.once(grant.key, async (tx) => {
      const lots = await points.lock(tx, account.id);
      const [transfer] = await tx.post(posting(house, account, grant.points, grant.reason, null));
      if (!transfer) throw new Error('nothing was posted');
      const lot = { id: transfer.id, remaining: grant.points, grantedAt: tx.now, lapsesAt: grant.lapsesAt };
      await points.add(tx, account.id, lot);
      return { transfer, balance: total(lots.filter((other) => !hasLapsed(other, tx.now))) + grant.points };
    });
  };
}

/** Takes points from a person, those that lapse first going first, once per key. Throws INSUFFICIENT_FUNDS. */
export function createSpendPoints({ directory, transact, points }: PointsParts) {
  return async (spend: {
    ownerId: string;
    points: bigint;
    reason: string;
    reference: string | null;
    key: IdempotencyKey;
  }): Promise<Once<PointsChange>> => {
    const account = await directory.ownAccount(spend.ownerId, 'PTS');
    const house = await directory.system('points', 'PTS', account.id);
    return transact.once(spend.key, async (tx) => {
      const lots = await points.lock(tx, account.id);
      const live = lots.filter((lot) => !hasLapsed(lot, tx.now));
      const uses = takeFrom(live, spend.points);
      await lapse(tx, points, { account, house, lots });
      await points.use(tx, uses);
      const [transfer] = await tx.post(posting(account, house, spend.points, spend.reason, spend.reference));
      if (!transfer) throw new Error('nothing was posted');
      return { transfer, balance: total(live) - spend.points };
    });
  };
}

/** Takes back what has lapsed, of at most `limit` people; answers of how many. */
export function createLapsePoints({ directory, transact, points, clock }: PointsParts) {
  return async (limit: number): Promise<number> => {
    const owners = await points.withLapsed(clock(), limit);
    await eachAlone(owners, async (ownerId) => {
      const account = await directory.ownAccount(ownerId, 'PTS');
      const house = await directory.system('points', 'PTS', account.id);
      await transact.run(async (tx) => {
        await lapse(tx, points, { account, house, lots: await points.lock(tx, account.id) });
      });
    });
    return owners.length;
  };
}

/** What a person has, and what of it lapses next. */
export function createGetPoints({ directory, points, clock }: PointsParts) {
  return async (ownerId: string): Promise<{ balance: bigint; next: { points: bigint; at: Date } | null }> => {
    const account = await directory.ownAccount(ownerId, 'PTS');
    const now = clock();
    const live = (await points.ofAccount(account.id)).filter((lot) => !hasLapsed(lot, now));
    const at = inOrder(live)[0]?.lapsesAt ?? null;
    if (at === null) return { balance: total(live), next: null };
    const lapsing = live.filter((lot) => lot.lapsesAt?.getTime() === at.getTime());
    return { balance: total(live), next: { points: total(lapsing), at } };
  };
}

/** Entries of a person's points account, newest first; those older than `before` when it is given. */
export function createPointsHistory({ directory, entries }: { directory: Directory; entries: EntryStore }) {
  return async (ownerId: string, page: { before: string | undefined; limit: number }): Promise<EntryDetails[]> =>
    entries.ofAccount((await directory.ownAccount(ownerId, 'PTS')).id, page);
}

interface Lapse {
  account: AccountIdentity;
  house: AccountIdentity;
  lots: readonly PointLot[];
}

async function lapse(tx: Tx, points: PointStore, { account, house, lots }: Lapse): Promise<void> {
  const lapsed = lots.filter((lot) => hasLapsed(lot, tx.now));
  if (lapsed.length === 0) return;
  await points.use(
    tx,
    lapsed.map((lot) => ({ lotId: lot.id, points: lot.remaining })),
  );
  await tx.post(posting(account, house, total(lapsed), 'Points lapsed', LAPSE));
}

function posting(
  from: AccountIdentity,
  to: AccountIdentity,
  amount: bigint,
  note: string,
  reference: string | null,
): Posting {
  const sides = { fromAccountId: from.id, toAccountId: to.id };
  // a frozen person may be given points and lose them, not spend them
  const forced = from.ownerId === null || reference === LAPSE;
  return { kind: 'points', amount, currency: 'PTS', ...sides, note, visibility: 'private', reference, forced };
}

/** How an entry of a points account came about. */
export function pointsEntryType(entry: { amount: bigint; reference: string | null }): 'grant' | 'spend' | 'lapse' {
  if (entry.amount > 0n) return 'grant';
  return entry.reference === LAPSE ? 'lapse' : 'spend';
}
