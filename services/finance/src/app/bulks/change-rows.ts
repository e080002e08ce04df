import { FlorinError, isFlorinError, notFound } from '@florin/errors';
import type { BulkOutcome } from '../../domain/bulk.ts';
import { touchedBy } from '../../domain/filing/touched.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import type { Deps } from '../index.ts';
import { beginOperation } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { PASSING, runOperation } from '../operations/run.ts';
import type { Tx } from '../ports.ts';
import { type Changeable, ignoreRefusal } from '../transactions/changeable.ts';
import type { Plan } from './plans.ts';

export type Changing = OperationNeeds & Pick<Deps, 'once' | 'noteIntoLedgerAccounts'>;

/** each has two postings at most, and the ledger takes 1,000 at once */
const AT_ONCE = 500;
const TRIES = 3;

interface ChangeRows {
  ownerId: string;
  ids: readonly string[];
  /** What becomes of a row that is locked; null: it is so already. Throws what refuses it. */
  plan: (tx: Tx, found: Changeable, key: string) => Promise<Plan | null>;
}

/**
 * Changes rows in batches: those that move no money in one statement, the others in one operation. Returns for each why it
 * was refused, or null. A batch that the ledger refuses is tried in halves, so that a row is refused alone. Throws UNAVAILABLE
 * without the ledger: what is done is done, and the same request goes on with the rest.
 */
export async function changeRows(deps: Changing, order: ChangeRows): Promise<BulkOutcome[]> {
  const outcomes = new Map<string, string | null>();
  for (let from = 0; from < order.ids.length; from += AT_ONCE) {
    await changeBatch(deps, { ...order, ids: order.ids.slice(from, from + AT_ONCE) }, outcomes);
  }
  return order.ids.map((id) => ({ id, code: outcomes.get(id) ?? null }));
}

async function changeBatch(deps: Changing, order: ChangeRows, outcomes: Map<string, string | null>): Promise<void> {
  const operationId = deps.newId();
  const moving = await begun(deps, order, operationId, outcomes);
  deps.nudge();
  if (moving.length === 0) return;
  try {
    await runOperation(deps, operationId, true);
  } catch (error) {
    if (!isFlorinError(error) || PASSING.has(error.code)) throw error;
    if (moving.length === 1) {
      for (const id of order.ids) if (moving[0]?.includes(id)) outcomes.set(id, error.code);
      return;
    }
    const middle = moving.length >> 1;
    for (const half of [moving.slice(0, middle), moving.slice(middle)]) {
      const ids = half.flat().filter((id) => order.ids.includes(id));
      await changeBatch(deps, { ...order, ids }, outcomes);
    }
  }
}

/** Begins the change when no other one of a row is under way; returns the rows whose money moves, by transfer. */
async function begun(
  deps: Changing,
  order: ChangeRows,
  operationId: string,
  outcomes: Map<string, string | null>,
): Promise<string[][]> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const outcome = await deps.transact(async (tx): Promise<{ busy: string[] } | { moving: string[][] }> => {
      const groups = byTransfer(await tx.transactions.lockTransfersOf(order.ownerId, order.ids));
      const busy = [...new Set([...groups.values()].flatMap((rows) => rows.flatMap((row) => row.operationId ?? [])))];
      if (busy.length > 0) return { busy };
      const plans = await planAll(remembering(tx), order, { groups, operationId, outcomes });
      return { moving: await write(deps, tx, order.ownerId, operationId, { plans, groups }) };
    });
    if ('moving' in outcome) return outcome.moving;
    for (const each of outcome.busy) await runOperation(deps, each, false).catch(ignoreRefusal);
  }
  throw new FlorinError('CONFLICT', 'These transactions are being changed; try again in a moment');
}

type Groups = ReadonlyMap<string, Transaction[]>;

/** The rows by each of their ids with those of the same transfer. */
function byTransfer(rows: readonly Transaction[]): Groups {
  const transfers = Map.groupBy(rows, ({ id, transferId }) => transferId ?? id);
  return new Map(rows.map((row) => [row.id, transfers.get(row.transferId ?? row.id) ?? [row]]));
}

async function planAll(
  tx: Tx,
  { ids, plan }: ChangeRows,
  { groups, operationId, outcomes }: { groups: Groups; operationId: string; outcomes: Map<string, string | null> },
): Promise<Plan[]> {
  const plans: Plan[] = [];
  const planned = new Set<string>();
  for (const id of ids) {
    outcomes.set(id, null);
    if (planned.has(id)) continue;
    try {
      const rows = groups.get(id) ?? [];
      const row = rows.find((each) => each.id === id);
      if (!row) throw notFound('Transaction');
      const made = await plan(tx, { row, rows }, `${operationId}:${id}`);
      if (made) plans.push(made);
      for (const each of rows) planned.add(each.id);
    } catch (error) {
      if (!isFlorinError(error) || PASSING.has(error.code)) throw error;
      outcomes.set(id, error.code);
    }
  }
  return plans;
}

async function write(
  deps: Changing,
  tx: Tx,
  ownerId: string,
  id: string,
  { plans, groups }: { plans: readonly Plan[]; groups: Groups },
): Promise<string[][]> {
  const still = plans.filter(({ postings }) => postings.length === 0).flatMap(({ rows }) => rows);
  await tx.transactions.rewrite(still, deps.clock());
  const before = still.flatMap((row) => groups.get(row.id) ?? []);
  await tellThresholds(deps, tx, ownerId, touchedBy([...before, ...still]));
  const moving = plans.filter(({ postings }) => postings.length > 0);
  if (moving.length === 0) return [];
  const postings = moving.flatMap((plan) => plan.postings);
  const rows = moving.flatMap((plan) => plan.rows);
  const walletIds = [...new Set(moving.flatMap(({ wallets }) => wallets.map((wallet) => wallet.id)))];
  await beginOperation(deps, tx, { id, ownerId, walletIds, action: { kind: 'change-batch', postings, rows } });
  const ids = rows.map((row) => row.id);
  await tx.transactions.setOperation(ids, id, deps.clock());
  return moving.map((plan) => plan.rows.map((row) => row.id));
}

/** The transaction with wallets and categories found once: each row asks for them. */
function remembering(tx: Tx): Tx {
  const once = <Key extends unknown[], T>(find: (...key: Key) => Promise<T>) => {
    const known = new Map<string, Promise<T>>();
    return (...key: Key) => {
      const name = JSON.stringify(key);
      const found = known.get(name) ?? find(...key);
      known.set(name, found);
      return found;
    };
  };
  const wallets = { ...tx.wallets, find: once(tx.wallets.find.bind(tx.wallets)) };
  return { ...tx, wallets, categories: { ...tx.categories, find: once(tx.categories.find.bind(tx.categories)) } };
}
