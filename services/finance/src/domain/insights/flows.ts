import type { CategorySum } from '../summary.ts';

type Sum = Pick<CategorySum, 'categoryId' | 'name' | 'type' | 'amount'>;

/** Where money came from and where it went: `pool` is between the two. Amounts are minor units, more than 0. */
export interface Flows {
  nodes: { id: string; name: string; kind: 'in' | 'pool' | 'out'; amount: bigint }[];
  links: { from: string; to: string; amount: bigint }[];
}

/**
 * Money in by category, through a pool, to money out by category. What is left over goes to `saved`; what is missing comes
 * from `reserves`. A category whose refunds are more than its expenses brings money in, and the other way round. What comes
 * into the pool goes out of it.
 */
export function flowsOf(sums: readonly Sum[]): Flows {
  const sides = sums.flatMap(({ categoryId, name, type, amount }) => {
    if (amount === 0n) return [];
    const size = amount < 0n ? -amount : amount;
    const comesIn = (type === 'expense') === amount < 0n;
    return { id: categoryId ?? 'none', name, kind: comesIn ? ('in' as const) : ('out' as const), amount: size };
  });
  const total = (kind: string) => sides.reduce((sum, each) => (each.kind === kind ? sum + each.amount : sum), 0n);
  const rest = total('in') - total('out');
  if (rest > 0n) sides.push({ id: 'saved', name: 'Saved', kind: 'out', amount: rest });
  if (rest < 0n) sides.push({ id: 'reserves', name: 'From reserves', kind: 'in', amount: -rest });
  const ordered = sides.toSorted((a, b) =>
    a.amount === b.amount ? (a.id < b.id ? -1 : 1) : a.amount > b.amount ? -1 : 1,
  );
  const links = ordered.map(({ id, kind, amount }) =>
    kind === 'in' ? { from: id, to: 'pool', amount } : { from: 'pool', to: id, amount },
  );
  const pool = { id: 'pool', name: 'All money', kind: 'pool' as const, amount: total('in') };
  return { nodes: ordered.length === 0 ? [] : [...ordered, pool], links };
}
