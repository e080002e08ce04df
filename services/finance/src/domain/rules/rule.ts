import { invalidField } from '@florin/errors';
import type { BulkChanges } from '../bulk.ts';
import type { CategoryType } from '../category.ts';
import { distinctTags } from '../filing/tag.ts';
import type { Transaction, TransactionType } from '../transaction.ts';

export const TEXT_TESTS = ['contains', 'equals', 'starts'] as const;

export type Condition =
  | { field: 'text'; is: (typeof TEXT_TESTS)[number]; value: string }
  /** minor units, both included */
  | { field: 'amount'; min?: number | undefined; max?: number | undefined }
  | { field: 'counterparty'; userId: string }
  | { field: 'wallet'; walletId: string }
  | { field: 'type'; value: TransactionType };

export interface Actions {
  categoryId?: string | undefined;
  addTags?: string[] | undefined;
  description?: string | undefined;
}

/** What a row is filed by. */
export interface Rule {
  id: string;
  ownerId: string;
  name: string;
  /** rules go by it, then by age */
  order: number;
  /** whether all conditions must hold, or any of them */
  match: 'all' | 'any';
  conditions: Condition[];
  actions: Actions;
  enabled: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export type Filing = Pick<Rule, 'match' | 'conditions' | 'actions'>;

/** What rules look at in a row. */
export type Filed = Pick<
  Transaction,
  'type' | 'walletId' | 'amount' | 'description' | 'counterpartyId' | 'categoryId' | 'tags' | 'splits'
>;

/** What rules make of a row: only what is not so already. */
export type RuleChanges = Pick<BulkChanges, 'categoryId' | 'addTags' | 'description'>;

type Test = (row: Filed, text: string) => boolean;

/**
 * Makes one function of rules, which go in their order: the first that matches decides the category, the first with a
 * description that; tags come from all. A category is given to rows of its own type that are not split; deleted ones to none.
 * Texts are compared whatever their case. `matched` is false when no rule matched at all.
 */
export function filer(
  rules: readonly Filing[],
  typeOf: ReadonlyMap<string, CategoryType>,
): (row: Filed) => { matched: boolean; changes: RuleChanges | undefined } {
  const compiled = rules.map(({ match, conditions, actions }) => {
    const tests = conditions.map(testOf);
    const holds: Test = (row, text) =>
      match === 'all' ? tests.every((test) => test(row, text)) : tests.some((test) => test(row, text));
    return { holds, actions };
  });
  return (row) => {
    const text = row.description.toLowerCase();
    const matching = compiled.filter(({ holds }) => holds(row, text));
    return {
      matched: matching.length > 0,
      changes: changesOf(
        matching.map(({ actions }) => actions),
        row,
        typeOf,
      ),
    };
  };
}

function testOf(condition: Condition): Test {
  switch (condition.field) {
    case 'text': {
      const value = condition.value.toLowerCase();
      if (condition.is === 'equals') return (_row, text) => text === value;
      return condition.is === 'starts' ? (_row, text) => text.startsWith(value) : (_row, text) => text.includes(value);
    }
    case 'amount': {
      const { min = 0, max = Infinity } = condition;
      return ({ amount }) => amount >= min && amount <= max;
    }
    case 'counterparty':
      return ({ counterpartyId }) => counterpartyId === condition.userId;
    case 'wallet':
      return ({ walletId }) => walletId === condition.walletId;
    case 'type':
      return ({ type }) => type === condition.value;
  }
}

function changesOf(
  matching: readonly Actions[],
  row: Filed,
  typeOf: ReadonlyMap<string, CategoryType>,
): RuleChanges | undefined {
  if (matching.length === 0) return undefined;
  const has = new Set(row.tags.map((tag) => tag.toLowerCase()));
  const tags = distinctTags(matching.flatMap(({ addTags = [] }) => addTags)).filter(
    (tag) => !has.has(tag.toLowerCase()),
  );
  const categoryId =
    row.splits.length > 0
      ? undefined
      : matching.find((each) => typeOf.get(each.categoryId ?? '') === row.type)?.categoryId;
  const description = matching.find((each) => each.description !== undefined)?.description;
  const changes: RuleChanges = {
    ...(categoryId !== undefined && categoryId !== row.categoryId ? { categoryId } : {}),
    ...(tags.length > 0 ? { addTags: tags } : {}),
    ...(description !== undefined && description !== row.description ? { description } : {}),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** Throws INVALID_ARGUMENT for a rule that does nothing, or an amount range with nothing in it. */
export function requireSense({ conditions, actions }: Pick<Rule, 'conditions' | 'actions'>): void {
  if (Object.values(actions).every((each) => each === undefined))
    throw invalidField('actions', 'must have at least one');
  conditions.forEach((each, index) => {
    if (each.field !== 'amount') return;
    const { min, max } = each;
    if (min === undefined && max === undefined) throw invalidField(`conditions.${index}.min`, 'is required, or max');
    if (min !== undefined && max !== undefined && max < min) {
      throw invalidField(`conditions.${index}.max`, 'must not be below min');
    }
  });
}

/** Rows that rules change alike. */
export interface RuleGroup {
  changes: RuleChanges;
  ids: string[];
  /** of the bulk that changes them; null while it is under way */
  bulkId: string | null;
}

/** The past filed by rules at once: enough to take it back. */
export interface RuleRun {
  id: string;
  ownerId: string;
  groups: RuleGroup[];
  /** false when there are more rows to be changed */
  complete: boolean;
  undoUntil: Date;
  createdAt: Date;
}
