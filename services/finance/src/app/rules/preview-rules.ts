import { requireSense, type Filing, type RuleChanges } from '../../domain/rules/rule.ts';
import type { Deps } from '../index.ts';
import { eachMatch, rulesOf, type RulesOverRows } from './find-rows.ts';
import type { FiledRow } from './ports.ts';

interface PreviewRules extends RulesOverRows {
  /** one that is not saved yet, in the place of saved ones */
  rule?: Filing | undefined;
  /** how many rows are shown */
  limit: number;
}

export interface RulePreview {
  checked: number;
  complete: boolean;
  matched: number;
  wouldChange: number;
  /** the newest that would change */
  rows: { row: FiledRow; changes: RuleChanges }[];
}

/** What rules would change, without changing it. Throws NOT_FOUND for an unknown rule, INVALID_ARGUMENT, RATE_LIMITED. */
export async function previewRules(
  deps: Pick<Deps, 'stores' | 'takeTurn'>,
  { rule, limit, ...order }: PreviewRules,
): Promise<RulePreview> {
  if (rule) requireSense(rule);
  const rules = rule ? [rule] : await rulesOf(deps, order);
  const seen = { matched: 0, wouldChange: 0, rows: [] as RulePreview['rows'] };
  const done = deps.takeTurn.toSearch(order.ownerId);
  try {
    const all = await eachMatch(deps, { ...order, rules }, (row, changes) => {
      seen.matched += 1;
      if (changes === undefined) return true;
      seen.wouldChange += 1;
      if (seen.rows.length < limit) seen.rows.push({ row, changes });
      return true;
    });
    return { ...seen, ...all };
  } finally {
    done();
  }
}
