import { invalidField, notFound } from '@florin/errors';
import { MAX_RULES } from '../../domain/limits.ts';
import { filer, type Filing, type RuleChanges } from '../../domain/rules/rule.ts';
import type { Deps } from '../index.ts';
import type { FiledRow } from './ports.ts';

/** Which rules, and over which rows: all enabled ones over all rows unless said. Days are both included. */
export interface RulesOverRows {
  ownerId: string;
  ruleIds?: readonly string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** as many of the newest rows are looked at, a page of them held at a time */
const MAX_ROWS = 200_000;
const PAGE_ROWS = 5_000;

/** Rules with what they look categories up by. Throws NOT_FOUND for an unknown one. */
export async function rulesOf(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, ruleIds }: Pick<RulesOverRows, 'ownerId' | 'ruleIds'>,
): Promise<Filing[]> {
  const all = await stores.rules.list(ownerId, ruleIds ? {} : { enabled: true }, { limit: MAX_RULES });
  if (!ruleIds) return all;
  const asked = all.filter(({ id }) => ruleIds.includes(id));
  if (asked.length < new Set(ruleIds).size) throw notFound('Rule');
  return asked;
}

/** Types of the categories that rules file under. */
export const typesOf = (stores: Pick<Deps['stores'], 'rules'>, ownerId: string, rules: readonly Filing[]) =>
  stores.rules.categoryTypes(
    ownerId,
    rules.flatMap(({ actions }) => actions.categoryId ?? []),
  );

/**
 * Goes over the person's rows, newest first, and tells what the rules make of each that matches; ends after 200,000 rows or
 * when `see` returns false. Returns how many were looked at and whether those were all. Throws INVALID_ARGUMENT on `to`.
 */
export async function eachMatch(
  { stores }: Pick<Deps, 'stores'>,
  {
    ownerId,
    rules,
    from,
    to,
  }: { ownerId: string; rules: readonly Filing[]; from?: string | undefined; to?: string | undefined },
  see: (row: FiledRow, changes: RuleChanges | undefined) => boolean,
): Promise<{ checked: number; complete: boolean }> {
  if (from !== undefined && to !== undefined && to < from) throw invalidField('to', 'must not be before from');
  const file = filer(rules, await typesOf(stores, ownerId, rules));
  let after: string[] | undefined;
  for (let checked = 0; checked < MAX_ROWS;) {
    const found = await stores.rules.rows(ownerId, { from, to }, { limit: PAGE_ROWS, after });
    const page = found.slice(0, PAGE_ROWS);
    checked += page.length;
    const matching = page.filter((row) => file(row).matched);
    // of the few that match: of all rows they would take longer than all the rest
    const tags = await stores.rules.tagsOf(
      ownerId,
      matching.map(({ id }) => id),
    );
    for (const row of matching) {
      const tagged = { ...row, tags: tags.get(row.id) ?? [] };
      if (!see(tagged, file(tagged).changes)) return { checked, complete: false };
    }
    const last = found[PAGE_ROWS - 1];
    if (!last || found.length <= PAGE_ROWS) return { checked, complete: true };
    after = [last.date, last.occurredAt.toISOString(), last.id];
  }
  return { checked: MAX_ROWS, complete: false };
}
