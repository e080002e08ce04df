import { notFound } from '@florin/errors';
import { defined } from '../../domain/defined.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { Deps } from '../index.ts';
import { requireTargets } from './create-rule.ts';

type Changeable = Pick<Rule, 'name' | 'match' | 'conditions' | 'actions' | 'enabled'>;
export type RuleEdit = { [Field in keyof Changeable]?: Changeable[Field] | undefined };

/** Changes a rule; conditions and actions as a whole. Throws NOT_FOUND, INVALID_ARGUMENT. */
export async function updateRule(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { ownerId, id, changes }: { ownerId: string; id: string; changes: RuleEdit },
): Promise<Rule> {
  return transact(async (tx) => {
    const rule = await tx.rules.find(ownerId, id, 'update');
    if (!rule) throw notFound('Rule');
    await requireTargets(tx, { ...rule, ...defined(changes) });
    return tx.rules.update(id, defined(changes), clock());
  });
}
