import type { Day } from '@florin/calendar';
import { CATEGORY_TYPES, type CategoryType } from './category.ts';

interface Summed {
  categoryId: string | null;
  name: string;
  type: CategoryType;
  icon: string;
  colour: string | null;
}

export interface CategorySum extends Summed {
  currency: string;
  /** of a sum of one day */
  day?: Day | null;
  /** the category above it */
  parent: Summed | null;
  /** minor units */
  amount: bigint;
}

export type CurrencySummary = Record<CategoryType, bigint> & {
  currency: string;
  /** debts still to be paid back at the end of the span, minor units */
  owed: bigint;
  /** of the wallets as they are now, minor units */
  balance: bigint;
  byCategory: Omit<CategorySum, 'currency'>[];
};

/** One summary per currency of the wallets, largest category first. Transfers and adjustments are in neither sum. */
export function summarise(
  balances: readonly { currency: string; balance: bigint }[],
  sums: readonly CategorySum[],
  debts: readonly { currency: string; owed: bigint }[] = [],
): CurrencySummary[] {
  const currencies = [
    ...new Set([...balances, ...sums, ...debts.filter(({ owed }) => owed !== 0n)].map(({ currency }) => currency)),
  ].sort();
  return currencies.map((currency) => {
    const own = sums.filter((sum) => sum.currency === currency);
    const total = (type: CategoryType) => own.reduce((sum, each) => (each.type === type ? sum + each.amount : sum), 0n);
    const [income, expense, debt] = CATEGORY_TYPES.map(total) as [bigint, bigint, bigint];
    return {
      currency,
      balance: balances.reduce((sum, each) => (each.currency === currency ? sum + each.balance : sum), 0n),
      income,
      expense,
      debt,
      owed: debts.find((each) => each.currency === currency)?.owed ?? 0n,
      byCategory: largestFirst(own).map(({ currency: _, ...rest }) => rest),
    };
  });
}

export type SumWithChildren = Omit<CategorySum, 'currency'> & {
  /** with the sums of the categories under it */
  amountWithChildren: bigint;
};

/** Adds to the sums of one currency those of the categories under each; one that has nothing but those is there with 0. */
export function withChildren(sums: readonly Omit<CategorySum, 'currency'>[]): SumWithChildren[] {
  const byId = new Map(sums.map((sum) => [sum.categoryId, { ...sum, amountWithChildren: sum.amount }]));
  for (const { parent, amount } of sums) {
    if (!parent) continue;
    const above = byId.get(parent.categoryId) ?? { ...parent, parent: null, amount: 0n, amountWithChildren: 0n };
    byId.set(parent.categoryId, { ...above, amountWithChildren: above.amountWithChildren + amount });
  }
  return largestFirst([...byId.values()]);
}

/** Largest sum first, then by name. */
export function largestFirst<T extends Pick<CategorySum, 'amount' | 'name'>>(sums: readonly T[]): T[] {
  return sums.toSorted((a, b) => (a.amount === b.amount ? (a.name < b.name ? -1 : 1) : a.amount > b.amount ? -1 : 1));
}
