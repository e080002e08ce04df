import { FlorinError } from '@florin/errors';

/** Points granted together. */
export interface PointLot {
  /** the transfer that granted them */
  id: string;
  remaining: bigint;
  grantedAt: Date;
  /** null: never */
  lapsesAt: Date | null;
}

export interface PointUse {
  lotId: string;
  points: bigint;
}

/** Lots by who lapses first; those that never do come last, older grants before newer ones. */
export function inOrder(lots: readonly PointLot[]): PointLot[] {
  const end = (lot: PointLot) => lot.lapsesAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...lots].sort((a, b) =>
    end(a) === end(b) ? a.grantedAt.getTime() - b.grantedAt.getTime() : end(a) - end(b),
  );
}

export function hasLapsed(lot: PointLot, now: Date): boolean {
  return lot.lapsesAt !== null && lot.lapsesAt <= now;
}

export function total(lots: readonly { remaining: bigint }[]): bigint {
  return lots.reduce((sum, lot) => sum + lot.remaining, 0n);
}

/** Takes points from the lots that lapse first. Throws INSUFFICIENT_FUNDS. */
export function takeFrom(lots: readonly PointLot[], points: bigint): PointUse[] {
  const there = total(lots);
  if (there < points) {
    throw new FlorinError(
      'INSUFFICIENT_FUNDS',
      `${there.toString()} points are there, ${points.toString()} are needed`,
      {
        meta: { available: Number(there), needed: Number(points), currency: 'PTS' },
      },
    );
  }
  let left = points;
  const uses: PointUse[] = [];
  for (const lot of inOrder(lots)) {
    if (left === 0n) break;
    const take = lot.remaining < left ? lot.remaining : left;
    uses.push({ lotId: lot.id, points: take });
    left -= take;
  }
  return uses;
}

/** The reference of transfers that take back what has lapsed. */
export const LAPSE_REFERENCE = 'florin:lapse';

/** How an entry of a points account came about. */
export function pointsEntryType(entry: { amount: bigint; reference: string | null }): 'grant' | 'spend' | 'lapse' {
  if (entry.amount > 0n) return 'grant';
  return entry.reference === LAPSE_REFERENCE ? 'lapse' : 'spend';
}
