export type CategoryType = 'income' | 'expense' | 'debt';
export const CATEGORY_TYPES = ['income', 'expense', 'debt'] as const satisfies readonly CategoryType[];

export interface Category {
  id: string;
  ownerId: string;
  name: string;
  type: CategoryType;
  icon: string;
  /** names one that the service files rows under by itself */
  slug: string | null;
  archived: boolean;
  /** what it was merged into */
  mergedInto: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface CategorySeed {
  slug: string;
  name: string;
  type: CategoryType;
  icon: string;
}

const seeds = (type: CategoryType, rows: [slug: string, name: string, icon: string][]): CategorySeed[] =>
  rows.map(([slug, name, icon]) => ({ slug, name, type, icon }));

/** What every person starts with. The slugs of the ledger's own movements are used by `categoryOfMovement`. */
export const DEFAULT_CATEGORIES: readonly CategorySeed[] = [
  ...seeds('expense', [
    ['food', 'Food & drink', 'utensils'],
    ['groceries', 'Groceries', 'basket'],
    ['transport', 'Transport', 'bus'],
    ['housing', 'Housing', 'home'],
    ['utilities', 'Utilities', 'bolt'],
    ['health', 'Health', 'heart'],
    ['leisure', 'Leisure', 'ticket'],
    ['shopping', 'Shopping', 'bag'],
    ['travel', 'Travel', 'plane'],
    ['education', 'Education', 'book'],
    ['money-sent', 'Money sent', 'arrow-up'],
    ['withdrawal', 'Withdrawals', 'bank'],
    ['payment', 'Payments', 'card'],
    ['other-expense', 'Other expenses', 'wallet'],
  ]),
  ...seeds('income', [
    ['salary', 'Salary', 'briefcase'],
    ['gifts', 'Gifts', 'gift'],
    ['interest', 'Interest', 'percent'],
    ['money-received', 'Money received', 'arrow-down'],
    ['deposit', 'Deposits', 'bank'],
    ['refund', 'Refunds', 'undo'],
    ['other-income', 'Other income', 'wallet'],
  ]),
  ...seeds('debt', [['loan', 'Loans', 'handshake']]),
];

/** The default category of a slug; it must be one of them. */
export function categoryOfSlug(slug: string): CategorySeed {
  const seed = DEFAULT_CATEGORIES.find((each) => each.slug === slug);
  if (!seed) throw new Error(`no default category has the slug ${slug}`);
  return seed;
}
