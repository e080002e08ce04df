import { notFound } from '@florin/errors';
import { MAX_RULES, requireRoom } from '../../domain/limits.ts';
import { requireSense, type Rule } from '../../domain/rules/rule.ts';
import type { Deps } from '../index.ts';
import type { Keyed, Once, Tx } from '../ports.ts';

type NewRule = Pick<Rule, 'name' | 'match' | 'conditions' | 'actions' | 'enabled'>;

/**
 * Makes a rule, after those there are. It files what comes from now on; the past is filed by `applyRules`. Throws NOT_FOUND for
 * a category or wallet, INVALID_ARGUMENT, LIMIT_EXCEEDED beyond 200, IDEMPOTENCY_MISMATCH.
 */
export async function createRule(
  deps: Pick<Deps, 'once' | 'clock' | 'newId'>,
  { ownerId, key, ...input }: Keyed<NewRule>,
): Promise<Once<Rule>> {
  return deps.once({ scope: `${ownerId} create rule`, key, request: input }, async (tx) => {
    await tx.owners.lock(ownerId);
    requireRoom(await tx.rules.count(ownerId), MAX_RULES, 'rules');
    const now = deps.clock();
    const order = (await tx.rules.lastOrder(ownerId)) + 1;
    const rule: Rule = { id: deps.newId(), ownerId, ...input, order, createdAt: now, updatedAt: now };
    await requireTargets(tx, rule);
    await tx.rules.insert(rule);
    return rule;
  });
}

/** Throws INVALID_ARGUMENT for a rule without sense, NOT_FOUND for a category or wallet that is not the person's. */
export async function requireTargets(tx: Tx, rule: Rule): Promise<void> {
  requireSense(rule);
  const { categoryId } = rule.actions;
  if (categoryId !== undefined && !(await tx.categories.find(rule.ownerId, categoryId, { lock: 'share' }))) {
    throw notFound('Category');
  }
  const wallets = rule.conditions.flatMap((each) => (each.field === 'wallet' ? each.walletId : []));
  if ((await tx.wallets.byIds(rule.ownerId, wallets)).length < new Set(wallets).size) throw notFound('Wallet');
}
