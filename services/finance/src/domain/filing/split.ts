import { invalidField } from '@florin/errors';

/** A part of a row that is filed under a category of its own. */
export interface Split {
  categoryId: string;
  /** minor units; below zero for what goes the other way than the row: money back in an expense, a tax off a salary */
  amount: bigint;
  description: string;
  /** beside those of the whole row; absent: none */
  tags?: readonly string[] | undefined;
}

export const MAX_SPLITS = 20;

/** Throws INVALID_ARGUMENT on `splits` unless there are 2 to 20, none of nothing, and together exactly the amount. */
export function requireExact(splits: readonly Split[], amount: bigint): void {
  if (splits.length < 2 || splits.length > MAX_SPLITS) throw invalidField('splits', `must be 2 to ${MAX_SPLITS}`);
  const nothing = splits.findIndex((split) => split.amount === 0n);
  if (nothing !== -1) throw invalidField(`splits.${nothing}.amount`, 'must not be 0');
  const sum = splits.reduce((all, split) => all + split.amount, 0n);
  if (sum !== amount) throw invalidField('splits', `must be ${amount} together, and are ${sum}`);
}

/** The category that a split row is shown under where there is room for one: that of its largest part, of equal ones the first. */
export function mainCategory(splits: readonly Split[]): string {
  const size = ({ amount }: Split) => (amount < 0n ? -amount : amount);
  return splits.reduce((main, split) => (size(split) > size(main) ? split : main)).categoryId;
}

interface Filed {
  categoryId: string | null;
  splits: readonly Split[];
}

/** The categories that rows count under, each once. */
export function categoriesOf(rows: readonly Filed[]): string[] {
  const of = ({ categoryId, splits }: Filed) =>
    splits.length > 0 ? splits.map((split) => split.categoryId) : (categoryId ?? []);
  return [...new Set(rows.flatMap(of))];
}
