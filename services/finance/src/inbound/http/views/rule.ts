import { toJsonAmount } from '@florin/money';
import type { AppliedRules } from '../../../app/rules/apply-rules.ts';
import type { RulePreview } from '../../../app/rules/preview-rules.ts';
import type { BulkOutcome } from '../../../domain/bulk.ts';
import type { Rule } from '../../../domain/rules/rule.ts';

export function ruleView({ id, name, order, match, conditions, actions, enabled, createdAt }: Rule) {
  return { id, name, order, match, conditions, actions, enabled, createdAt };
}

export function previewView({ checked, complete, matched, wouldChange, rows }: RulePreview) {
  const data = rows.map(({ row: { id, date, type, amount, currency, description, categoryId, tags }, changes }) => {
    return { id, date, type, amount: toJsonAmount(amount), currency, description, categoryId, tags, changes };
  });
  return { checked, complete, matched, wouldChange, data };
}

const refusedOf = (outcomes: readonly BulkOutcome[]) => outcomes.filter(({ code }) => code !== null);

export function appliedView({ run: { id, undoUntil, complete }, outcomes }: AppliedRules) {
  const refused = refusedOf(outcomes);
  return { id, undoUntil, changed: outcomes.length - refused.length, refused, complete };
}

export function undoneView(outcomes: readonly BulkOutcome[]) {
  const refused = refusedOf(outcomes);
  return { restored: outcomes.length - refused.length, refused };
}
