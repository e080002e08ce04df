import { MAX_CATEGORIES, MAX_GOALS, MAX_WALLETS, requireRoom } from '../../domain/limits.ts';
import { partId, type Import } from '../../domain/imports/import.ts';
import type { Category } from '../../domain/category.ts';
import type { RecordOf } from '../exports/records.ts';
import type { Deps } from '../index.ts';
import { beginOperation } from '../operations/begin.ts';
import type { Tx } from '../ports.ts';
import { provideTags } from '../tags/provide-tags.ts';
import type { OpenedExport } from './open-export.ts';
import type { RestoredObject } from './ports.ts';
import { planWallets, type PlannedWallet } from './wallet-plan.ts';

export type Making = Pick<Deps, 'clock' | 'newId'>;

/** The operation that opens a wallet of an import. */
export const openingOf = (importId: string, sourceId: string): string => partId(importId, `open ${sourceId}`);

export interface Given {
  wallets: RecordOf<'wallets'>[];
  categories: RecordOf<'categories'>[];
  tags: RecordOf<'tags'>[];
  goals: RecordOf<'goals'>[];
}

export async function readGiven(opened: OpenedExport): Promise<Given> {
  const [wallets, categories] = [await opened.all('wallets'), await opened.all('categories')];
  return { wallets, categories, tags: await opened.all('tags'), goals: await opened.all('goals') };
}

/**
 * Makes what rows refer to, as far as it is not here: wallets without a limit, whose accounts are still to be opened, goals,
 * categories and tags. The owner must be locked. Throws LIMIT_EXCEEDED.
 */
export async function makeObjects(deps: Making, tx: Tx, one: Import, given: Given): Promise<void> {
  const wallets = await planWallets(tx, one, given.wallets);
  const made = [
    ...(await makeWallets(deps, tx, one, wallets)),
    ...(await makeGoals(deps, tx, one, { goals: given.goals, wallets })),
    ...(await makeCategories(deps, tx, one, given.categories)),
    ...(await makeTags(deps, tx, one, given.tags)),
  ];
  await tx.restored.add(one, made);
}

type Wallets = ReadonlyMap<string, PlannedWallet>;

async function makeWallets(deps: Making, tx: Tx, { id, ownerId }: Import, wallets: Wallets): Promise<RestoredObject[]> {
  const now = deps.clock();
  let count = await tx.wallets.count(ownerId);
  const objects: RestoredObject[] = [];
  const main = await tx.wallets.findMain(ownerId);
  const filled = new Set(await tx.restored.walletsOfNew({ id, ownerId }));
  for (const { record, targetId, made } of wallets.values()) {
    // everybody has a main wallet of their own: only what was in the other one is noted in another
    const isMain = made && record.ledgerOwned && !filled.has(targetId) && record.currency === main?.currency;
    objects.push({
      kind: 'wallets',
      sourceId: record.id,
      targetId: isMain ? main.id : targetId,
      made: made && !isMain,
    });
    if (!made || isMain) continue;
    const { name, type, icon, colour, order, currency, description, goalId } = record;
    if (goalId === null && !record.archived) {
      requireRoom(count, MAX_WALLETS, 'wallets');
      count += 1;
    }
    const kind = { main: false, ledgerOwned: false, accountId: null, status: 'pending' } as const;
    await tx.wallets.insert({
      ...{ id: targetId, ownerId, name, type, icon, colour, order, currency, description, creditLimit: null },
      ...{ ...kind, goalId: goalId && partId(id, `goal ${goalId}`), createdAt: now, updatedAt: now },
    });
    const action = { kind: 'open-wallet', walletId: targetId, creditLimit: null, currency, opening: 0n } as const;
    await beginOperation(deps, tx, { id: openingOf(id, record.id), ownerId, walletIds: [targetId], action });
  }
  return objects;
}

async function makeGoals(
  deps: Making,
  tx: Tx,
  { id, ownerId }: Import,
  { goals, wallets }: { goals: RecordOf<'goals'>[]; wallets: Wallets },
): Promise<RestoredObject[]> {
  const now = deps.clock();
  let count = await tx.goals.count(ownerId);
  const objects: RestoredObject[] = [];
  for (const { id: sourceId, ...record } of goals) {
    const [own, source] = [wallets.get(record.walletId), wallets.get(record.sourceWalletId)];
    // one whose wallet is here is here as well
    if (!own?.made || !source) continue;
    const targetId = partId(id, `goal ${sourceId}`);
    const status = record.status === 'closed' ? 'closed' : 'open';
    if (status === 'open') {
      requireRoom(count, MAX_GOALS, 'open goals');
      count += 1;
    }
    const places = { walletId: own.targetId, sourceWalletId: source.targetId };
    await tx.goals.insert({ ...record, ...places, status, id: targetId, ownerId, createdAt: now, updatedAt: now });
    objects.push({ kind: 'goals', sourceId, targetId, made: true });
  }
  return objects;
}

/** One of the same name, type and level serves; so does the default one with the same purpose. */
async function makeCategories(
  deps: Making,
  tx: Tx,
  one: Import,
  records: RecordOf<'categories'>[],
): Promise<RestoredObject[]> {
  const { id, ownerId } = one;
  const own = (await tx.categories.list(ownerId, {}, { limit: MAX_CATEGORIES })).slice(0, MAX_CATEGORIES);
  const ids = records.map((record) => record.id);
  const known = await tx.restored.known(ownerId, 'categories', ids);
  const targets = new Map(known);
  const fresh: Category[] = [];
  let count = own.length;
  const level = (record: RecordOf<'categories'>) => (record.parentId === null ? 0 : 1);
  for (const record of records.toSorted((a, b) => level(a) - level(b))) {
    if (targets.has(record.id)) continue;
    const parentId = targets.get(record.parentId ?? '') ?? null;
    const same = record.archived ? undefined : (own.find(sameName(record, parentId)) ?? own.find(samePurpose(record)));
    const targetId = same?.id ?? partId(id, `category ${record.id}`);
    targets.set(record.id, targetId);
    if (same) continue;
    if (!record.archived) {
      requireRoom(count, MAX_CATEGORIES, 'categories');
      count += 1;
    }
    const now = deps.clock();
    const stamps = { createdAt: now, updatedAt: now };
    fresh.push({ ...record, ...stamps, id: targetId, ownerId, parentId, slug: null, mergedInto: null });
  }
  if (fresh.length > 0) await tx.categories.insert(fresh);
  const isFresh = new Set(fresh.map((category) => category.id));
  return records.map((record) => {
    const targetId = targets.get(record.id) ?? '';
    return { kind: 'categories', sourceId: record.id, targetId, made: isFresh.has(targetId) };
  });
}

const sameName = (record: RecordOf<'categories'>, parentId: string | null) => (each: Category) =>
  each.type === record.type && each.parentId === parentId && each.name.toLowerCase() === record.name.toLowerCase();

const samePurpose = (record: RecordOf<'categories'>) => (each: Category) =>
  record.slug !== null && each.slug === record.slug && each.type === record.type;

async function makeTags(deps: Making, tx: Tx, { ownerId }: Import, records: RecordOf<'tags'>[]) {
  const names = records.map(({ name }) => name);
  if (names.length === 0) return [];
  const before = new Set((await tx.tags.byNames(ownerId, names)).map((tag) => tag.id));
  await provideTags(deps, tx, ownerId, names);
  const all = new Map((await tx.tags.byNames(ownerId, names)).map((tag) => [tag.name.toLowerCase(), tag.id]));
  return records.flatMap(({ id: sourceId, name }): RestoredObject[] => {
    const targetId = all.get(name.toLowerCase());
    return targetId === undefined ? [] : [{ kind: 'tags', sourceId, targetId, made: !before.has(targetId) }];
  });
}
