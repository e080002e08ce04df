import { notFound } from '@florin/errors';
import { undoUntil, type BulkOutcome } from '../../domain/bulk.ts';
import type { RuleGroup, RuleRun } from '../../domain/rules/rule.ts';
import type { Deps } from '../index.ts';
import type { Changing } from '../bulks/change-rows.ts';
import { changeTransactions } from '../bulks/change-transactions.ts';
import type { Keyed, Once } from '../ports.ts';
import { eachMatch, rulesOf, type RulesOverRows } from './find-rows.ts';

/** rows changed at once; asking again goes on with the rest */
const MAX_CHANGED = 5_000;
const BULK_ROWS = 1_000;

export interface AppliedRules {
  run: RuleRun;
  outcomes: BulkOutcome[];
}

/**
 * Files rows of the past by rules, at most 5,000, and keeps them as they were for the 10 minutes in which it can be taken back.
 * A repeat with the same key goes on where the first try ended. Throws NOT_FOUND for an unknown rule, IDEMPOTENCY_MISMATCH,
 * UNAVAILABLE.
 */
export async function applyRules(
  deps: Changing & Pick<Deps, 'takeTurn'>,
  { ownerId, key, ...input }: Keyed<Omit<RulesOverRows, 'ownerId'>>,
): Promise<Once<AppliedRules>> {
  // before the transaction, which would wait for a second connection
  const found = await findGroups(deps, { ownerId, ...input });
  const { body: runId, replayed } = await deps.once(
    { scope: `${ownerId} apply rules`, key, request: input },
    async (tx) => {
      const now = deps.clock();
      const run: RuleRun = { id: deps.newId(), ownerId, ...found, undoUntil: undoUntil(now), createdAt: now };
      await tx.rules.insertRun(run);
      return run.id;
    },
  );
  const run = await deps.stores.rules.findRun(ownerId, runId);
  if (!run) throw notFound('Change');
  const outcomes: BulkOutcome[] = [];
  for (const [place, group] of run.groups.entries()) {
    const { ids, changes } = group;
    const { body: bulk } = await changeTransactions(deps, { ownerId, key: `${runId}:${place}`, ids, changes });
    group.bulkId = bulk.id;
    outcomes.push(...(bulk.outcomes ?? []));
  }
  await deps.stores.rules.saveGroups(run);
  return { body: { run, outcomes }, replayed };
}

async function findGroups(
  deps: Pick<Deps, 'stores' | 'takeTurn'>,
  order: RulesOverRows,
): Promise<{ groups: RuleGroup[]; complete: boolean }> {
  const groups = new Map<string, RuleGroup[]>();
  let count = 0;
  const done = deps.takeTurn.toSearch(order.ownerId);
  try {
    const { complete } = await eachMatch(deps, { ...order, rules: await rulesOf(deps, order) }, ({ id }, changes) => {
      if (changes === undefined) return true;
      if (count === MAX_CHANGED) return false;
      count += 1;
      const alike = groups.get(JSON.stringify(changes)) ?? [];
      const last = alike.at(-1);
      if (last && last.ids.length < BULK_ROWS) last.ids.push(id);
      else alike.push({ changes, ids: [id], bulkId: null });
      groups.set(JSON.stringify(changes), alike);
      return true;
    });
    return { groups: [...groups.values()].flat(), complete };
  } finally {
    done();
  }
}
