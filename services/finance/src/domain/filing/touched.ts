import { categoriesOf } from './split.ts';
import { tagsOf } from './tag.ts';

/** What rows count under: the budgets over any of it. */
export interface Touched {
  categoryIds: readonly string[];
  /** names */
  tags: readonly string[];
}

type Counted = Parameters<typeof categoriesOf>[0][number] & Parameters<typeof tagsOf>[0][number];

/** The categories and tags of rows and of their parts, each once. */
export function touchedBy(rows: readonly Counted[]): Touched {
  return { categoryIds: categoriesOf(rows), tags: tagsOf(rows) };
}
