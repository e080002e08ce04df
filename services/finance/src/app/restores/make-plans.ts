import { MAX_BUDGETS, MAX_RECURRING, MAX_RULES, requireRoom } from '../../domain/limits.ts';
import { partId, type Import } from '../../domain/imports/import.ts';
import { goOnAt, type Recurring } from '../../domain/recurring/recurring.ts';
import type { Condition } from '../../domain/rules/rule.ts';
import type { RecordOf } from '../exports/records.ts';
import type { Tx } from '../ports.ts';
import type { Making } from './make-objects.ts';
import type { OpenedExport } from './open-export.ts';
import type { RestoredObject } from './ports.ts';

type PlanKind = 'rules' | 'recurring' | 'budgets';

export type Plans = { [Kind in PlanKind]: RecordOf<Kind>[] } & { mappings: RecordOf<'mappings'>[] };

export async function readPlans(opened: OpenedExport): Promise<Plans> {
  const [rules, recurring] = [await opened.all('rules'), await opened.all('recurring')];
  return { rules, recurring, budgets: await opened.all('budgets'), mappings: await opened.all('mappings') };
}

/** What ids of the export are here; undefined: it names nothing that the export holds. */
type Target = (kind: 'wallets' | 'categories' | 'tags', sourceId: string) => string | undefined;

/**
 * Makes what works on rows, after those are there: rules, what recurs, budgets and corrected mappings, as far as they are not
 * here. One that names what the export does not hold is left out. The owner must be locked. Throws LIMIT_EXCEEDED.
 */
export async function makePlans(deps: Making, tx: Tx, one: Import, plans: Plans): Promise<void> {
  const ids = new Map((await tx.restored.list(one)).map((each) => [`${each.kind} ${each.sourceId}`, each.targetId]));
  const target: Target = (kind, sourceId) => ids.get(`${kind} ${sourceId}`);
  const making = { deps, tx, one };
  const made = [
    ...(await makeEach(making, 'rules', plans.rules, (record, stamps) => {
      const rule = ruleHere(record, target);
      return rule && (() => tx.rules.insert({ ...rule, ...stamps }));
    })),
    ...(await makeEach(making, 'recurring', plans.recurring, (record, stamps) => {
      const recurring = recurringHere(record, target);
      return recurring && (() => tx.recurring.insert(goOnAt({ ...recurring, ...stamps }, recurring.nextNumber)));
    })),
    ...(await makeEach(making, 'budgets', plans.budgets, (record, stamps) => {
      const categoryIds = record.categoryIds.map((id) => target('categories', id)).filter((id) => id !== undefined);
      const tagIds = record.tagIds.map((id) => target('tags', id)).filter((id) => id !== undefined);
      if (categoryIds.length + tagIds.length < record.categoryIds.length + record.tagIds.length) return undefined;
      return () => tx.budgets.insert({ ...record, categoryIds, tagIds, ...stamps });
    })),
  ];
  await tx.restored.add(one, made);
  for (const { source, mapping } of plans.mappings) {
    if ((await tx.imports.savedMapping(one.ownerId, source)) === undefined)
      await tx.imports.saveMapping(one.ownerId, source, mapping, deps.clock());
  }
}

interface Stamps {
  id: string;
  ownerId: string;
  createdAt: Date;
  updatedAt: Date;
}

const ROOM = {
  rules: { maximum: MAX_RULES, what: 'rules' },
  recurring: { maximum: MAX_RECURRING, what: 'recurring transactions' },
  budgets: { maximum: MAX_BUDGETS, what: 'budgets' },
};

async function makeEach<Kind extends PlanKind>(
  { deps, tx, one }: { deps: Making; tx: Tx; one: Import },
  kind: Kind,
  records: readonly RecordOf<Kind>[],
  insertion: (record: RecordOf<Kind>, stamps: Stamps) => (() => Promise<void>) | undefined,
): Promise<RestoredObject[]> {
  const { id, ownerId } = one;
  const sourceIds = records.map((record) => record.id);
  const known = await tx.restored.known(ownerId, kind, sourceIds);
  let count = await tx[kind].count(ownerId);
  const objects: RestoredObject[] = [];
  for (const record of records) {
    if (known.has(record.id)) continue;
    const targetId = partId(id, `${kind} ${record.id}`);
    const now = deps.clock();
    // lists go by age: those of one import keep their order
    const createdAt = new Date(now.getTime() + objects.length);
    const insert = insertion(record, { id: targetId, ownerId, createdAt, updatedAt: now });
    if (!insert) continue;
    requireRoom(count, ROOM[kind].maximum, ROOM[kind].what);
    count += 1;
    await insert();
    objects.push({ kind, sourceId: record.id, targetId, made: true });
  }
  return objects;
}

function ruleHere(record: RecordOf<'rules'>, target: Target): RecordOf<'rules'> | undefined {
  const { categoryId } = record.actions;
  const category = categoryId === undefined ? undefined : target('categories', categoryId);
  if (categoryId !== undefined && category === undefined) return undefined;
  const conditions: Condition[] = [];
  for (const each of record.conditions) {
    if (each.field !== 'wallet') conditions.push(each);
    else {
      const walletId = target('wallets', each.walletId);
      if (walletId === undefined) return undefined;
      conditions.push({ field: 'wallet', walletId });
    }
  }
  return { ...record, conditions, actions: { ...record.actions, ...(category && { categoryId: category }) } };
}

type Planned = Omit<Recurring, 'id' | 'ownerId' | 'createdAt' | 'updatedAt'>;

function recurringHere(record: RecordOf<'recurring'>, target: Target): Planned | undefined {
  const walletId = target('wallets', record.walletId);
  const toWalletId = record.toWalletId === null ? null : target('wallets', record.toWalletId);
  const categoryId = record.categoryId === null ? null : target('categories', record.categoryId);
  if (walletId === undefined || toWalletId === undefined || categoryId === undefined) return undefined;
  return { ...record, walletId, toWalletId, categoryId, nextDate: null, nextAt: null };
}
