import type { CategoryType } from '../../domain/category.ts';
import type { Filed, Rule, RuleRun } from '../../domain/rules/rule.ts';
import type { Slice } from '../ports.ts';

/** What rules look at, without the rest of the row. */
export type FiledRow = Filed & { id: string; date: string; occurredAt: Date; currency: string };

export interface RuleStore {
  insert(rule: Rule): Promise<void>;
  find(ownerId: string, id: string, lock?: 'update'): Promise<Rule | undefined>;
  byIds(ownerId: string, ids: readonly string[]): Promise<Rule[]>;
  /** In their order. */
  list(ownerId: string, filter: { enabled?: boolean | undefined }, slice: Slice): Promise<Rule[]>;
  count(ownerId: string): Promise<number>;
  lastOrder(ownerId: string): Promise<number>;
  reorder(ownerId: string, ids: readonly string[], now: Date): Promise<void>;
  update(id: string, changes: Partial<Rule>, now: Date): Promise<Rule>;
  remove(ownerId: string, id: string): Promise<void>;
  /** Types of those of the categories that are not deleted. */
  categoryTypes(ownerId: string, ids: readonly string[]): Promise<Map<string, CategoryType>>;
  /** Posted rows, newest first, after the last one seen; without their tags, and only whether they are split. */
  rows(
    ownerId: string,
    days: { from?: string | undefined; to?: string | undefined },
    slice: Slice,
  ): Promise<FiledRow[]>;
  /** The tags of those of the rows that have any. */
  tagsOf(ownerId: string, ids: readonly string[]): Promise<Map<string, string[]>>;
  insertRun(run: RuleRun): Promise<void>;
  findRun(ownerId: string, id: string): Promise<RuleRun | undefined>;
  saveGroups(run: RuleRun): Promise<void>;
  /** Deletes those that can't be taken back since `time`, at most `limit`; returns how many. */
  forgetRunsBefore(time: Date, limit: number): Promise<number>;
}
