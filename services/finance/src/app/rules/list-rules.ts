import type { Rule } from '../../domain/rules/rule.ts';
import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';

/** The person's rules in the order in which they go. */
export function listRules(
  { stores }: Pick<Deps, 'stores'>,
  { ownerId, filter, slice }: { ownerId: string; filter: { enabled?: boolean | undefined }; slice: Slice },
): Promise<Rule[]> {
  return stores.rules.list(ownerId, filter, slice);
}
