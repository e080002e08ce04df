import { invalidField, notFound } from '@florin/errors';
import type { Tag } from '../../domain/filing/tag.ts';
import { tellOf, type Telling } from '../budgets/thresholds.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Once } from '../ports.ts';
import { countTag, type CountedTag } from './count-tags.ts';

interface MergeTag {
  id: string;
  intoId: string;
}

/**
 * Gives every transaction of a tag, and every budget over it, another one, deletes it and returns the other, once per key.
 * Throws NOT_FOUND, INVALID_ARGUMENT on `into`.
 */
export async function mergeTag(
  deps: Telling & Pick<Deps, 'once' | 'nudge'>,
  { ownerId, key, id, intoId }: Keyed<MergeTag>,
): Promise<Once<CountedTag>> {
  if (id === intoId) throw invalidField('into', 'must be another tag');
  const merged = await deps.once({ scope: `${ownerId} merge tag`, key, request: { id, intoId } }, async (tx) => {
    await tx.tags.lockRows(ownerId, id);
    const found = new Map<string, Tag>();
    // one order of locks for merges the other way round
    for (const each of [id, intoId].sort()) {
      const tag = await tx.tags.find(ownerId, each, 'update');
      if (!tag) throw notFound('Tag');
      found.set(each, tag);
    }
    const budgets = await tx.budgets.lockByTag(ownerId, id);
    await tx.tags.mergeInto(ownerId, id, intoId);
    const changed = [];
    for (const budget of budgets) {
      const tagIds = [...new Set(budget.tagIds.map((each) => (each === id ? intoId : each)))].sort();
      changed.push(await tx.budgets.update(budget.id, { tagIds }, deps.clock()));
    }
    await tellOf(deps, tx, changed);
    const into = found.get(intoId);
    if (!into) throw notFound('Tag');
    return countTag(tx, into);
  });
  deps.nudge();
  return merged;
}
