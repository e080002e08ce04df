import { notFound } from '@florin/errors';
import type { Rule } from '../../domain/rules/rule.ts';
import type { Deps } from '../index.ts';

/** One of the person's rules. Throws NOT_FOUND. */
export async function getRule(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<Rule> {
  const rule = await stores.rules.find(ownerId, id);
  if (!rule) throw notFound('Rule');
  return rule;
}
