import { isFlorinError } from '@florin/errors';
import { MAX_RULES } from '../../domain/limits.ts';
import { tagsAfter } from '../../domain/filing/tag.ts';
import { filer, type Filed } from '../../domain/rules/rule.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { provideTags } from '../tags/provide-tags.ts';
import { typesOf } from './find-rows.ts';

/**
 * New rows of a person as their rules file them: movements that the ledger dictates, and whatever else comes in without its
 * owner saying where it belongs. Tags that would be too many are left out.
 */
export async function fileRows<T extends Filed>(
  deps: Pick<Deps, 'clock' | 'newId'>,
  tx: Pick<Tx, 'rules' | 'tags'>,
  ownerId: string,
  rows: readonly T[],
): Promise<T[]> {
  const rules = await tx.rules.list(ownerId, { enabled: true }, { limit: MAX_RULES });
  if (rules.length === 0) return [...rows];
  const file = filer(rules, await typesOf(tx, ownerId, rules));
  const filed = rows.map((row) => ({ row, changes: file(row).changes ?? {} }));
  const asked = filed.flatMap(({ changes }) => changes.addTags ?? []);
  const names = await provideTags(deps, tx, ownerId, asked).catch((error: unknown) => {
    if (isFlorinError(error) && error.code === 'LIMIT_EXCEEDED') return [];
    throw error;
  });
  const written = new Map(names.map((name) => [name.toLowerCase(), name]));
  return filed.map(({ row, changes: { addTags = [], categoryId, description } }) => {
    const known = addTags.flatMap((tag) => written.get(tag.toLowerCase()) ?? []);
    const tags = tagsAfter(row.tags, { addTags: known.slice(0, Math.max(0, 20 - row.tags.length)) });
    return { ...row, tags, categoryId: categoryId ?? row.categoryId, description: description ?? row.description };
  });
}
