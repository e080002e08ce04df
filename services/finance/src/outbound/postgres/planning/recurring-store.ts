import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { RecurringStore, Refused } from '../../../app/recurring/ports.ts';
import type { Category } from '../../../domain/category.ts';
import type { HistoryGroup } from '../../../domain/recurring/candidate.ts';
import type { Occurrence, Recurring } from '../../../domain/recurring/recurring.ts';
import type { Wallet } from '../../../domain/wallet.ts';
import { BY_CREATION, slice } from '../rows.ts';

type Row = Record<string, unknown>;
const read = (row: Row): Recurring => fromRow<Recurring>(row, ['amount']);
const MAX_OCCURRENCES = 100;

export function createRecurringStore(knex: Knex): RecurringStore {
  const table = () => knex<Row>('recurring_transactions');
  const occurrences = () => knex<Row>('recurring_occurrences');
  return {
    insert: async (recurring) => {
      await table().insert(toRow(recurring));
    },
    find: async (ownerId, id, lock) => {
      const query = table().where({ owner_id: ownerId, id });
      if (lock) void query.forUpdate();
      const row = await query.first();
      return row && read(row);
    },
    list: async (ownerId, { status, walletId }, cut) => {
      const query = table().where({ owner_id: ownerId });
      if (status !== undefined) void query.where({ status });
      if (walletId !== undefined) void query.whereRaw('? in (wallet_id, to_wallet_id)', [walletId]);
      return (await slice(query, cut, BY_CREATION, 'asc')).map(read);
    },
    dueUntil: async (ownerId, until) =>
      (await table().where({ owner_id: ownerId, status: 'active' }).where('next_at', '<=', until)).map(read),
    count: async (ownerId) => Number((await table().where({ owner_id: ownerId }).count().first())?.['count'] ?? 0),
    save: async (all, now) => {
      const rows = all.map((each) => toRow({ ...each, updatedAt: now }));
      if (rows.length === 0) return;
      await knex.raw(SAVE, [JSON.stringify(rows)]);
    },
    remove: async (ownerId, id) => {
      await table().where({ owner_id: ownerId, id }).delete();
    },
    pause: async (ownerId, of, reason, now) => {
      const query = table().where({ owner_id: ownerId, status: 'active' });
      if (of && 'walletId' in of) void query.whereRaw('?::uuid in (wallet_id, to_wallet_id)', [of.walletId]);
      if (of && 'categoryId' in of) void query.where({ category_id: of.categoryId });
      await query.update({ status: 'paused', paused_reason: reason, updated_at: now });
    },
    lockDue: (now, limit) => lockDue(knex, now, limit),
    lockTargets: (all) => lockTargets(knex, all),
    record: async (all) => {
      if (all.length === 0) return;
      await knex.raw(RECORD, [JSON.stringify(all.map(toRow))]);
    },
    occurrence: async (ownerId, id, number) => {
      const row = await occurrences().where({ owner_id: ownerId, recurring_id: id, number }).first();
      return row && fromRow<Occurrence>(row);
    },
    occurrences: async (ownerId, id) => {
      const own = occurrences().where({ owner_id: ownerId, recurring_id: id });
      return (await own.orderBy('number', 'desc').limit(MAX_OCCURRENCES)).map((row) => fromRow<Occurrence>(row));
    },
    settlePosted: async () => {
      await knex.raw(SETTLE_POSTED);
    },
    lockRefused: (limit) => lockRefused(knex, limit),
    history: (ownerId, since) => history(knex, ownerId, since),
  };
}

const COLUMNS = `wallet_id, to_wallet_id, category_id, type, direction, amount, currency, description, frequency, every,
  start_date, last_day_of_month, weekend_rule, time, time_zone, end_date, count, first_number, next_number, next_date,
  next_at, status, paused_reason, updated_at`;
const SAVE = `
  update recurring_transactions kept set (${COLUMNS}) = (select ${COLUMNS.replace(/\w+/g, 'given.$&')})
  from json_populate_recordset(null::recurring_transactions, ?) as given where kept.id = given.id`;

const RECORD = `
  insert into recurring_occurrences select * from json_populate_recordset(null::recurring_occurrences, ?)
  on conflict (recurring_id, number) do update set status = excluded.status, tries = excluded.tries,
    operation_id = excluded.operation_id, transaction_id = excluded.transaction_id, failure = excluded.failure,
    reason = excluded.reason`;

/** The comment keeps it from being prepared: a plan from when the table was nearly empty compares ten thousand rows with each other. */
const SETTLE_POSTED = `
  /* planned anew each time */
  update recurring_occurrences kept set status = 'posted'
  from (
    select o.recurring_id, o.number from recurring_occurrences o join operations p on p.id = o.operation_id
    where o.status = 'pending' and p.status = 'posted' for update of o skip locked
  ) ended
  where kept.recurring_id = ended.recurring_id and kept.number = ended.number`;

/** Of the last 20,000 rows: those of a person who has a million are not all looked at. */
const HISTORY = `
  select wallet_id as "walletId", category_id as "categoryId", type, direction, currency,
    counterparty_id as "counterpartyId", (array_agg(description order by date desc))[1] as description,
    array_agg(date::text order by date) as days, array_agg(amount::text order by date) as amounts
  from (
    select * from transactions where owner_id = ? and status = 'posted' and date >= ?
    order by date desc, occurred_at desc, id desc limit 20000
  ) as latest
  where category_id is not null and (description <> '' or counterparty_id is not null)
  group by wallet_id, category_id, type, direction, currency, counterparty_id,
    case when counterparty_id is null then lower(description) end
  having count(*) between 3 and 400
  order by count(*) desc limit 500`;

/** Those of one person beside each other: they are posted together. */
async function lockDue(knex: Knex, now: Date, limit: number): Promise<Recurring[]> {
  const due = knex<Row>('recurring_transactions').where({ status: 'active' }).where('next_at', '<=', now);
  return (await due.orderBy(['next_at', 'owner_id']).limit(limit).forUpdate().skipLocked()).map(read);
}

/** In one order, so that two processes don't wait for each other. */
async function lockTargets(knex: Knex, all: readonly Recurring[]) {
  const locked = (name: string, ids: (string | null)[]) =>
    knex<Row>(name)
      .whereIn('id', [...new Set(ids.filter((id) => id !== null))])
      .orderBy('id')
      .forShare();
  const wallets = await locked(
    'wallets',
    all.flatMap(({ walletId, toWalletId }) => [walletId, toWalletId]),
  );
  const categories = await locked(
    'categories',
    all.map(({ categoryId }) => categoryId),
  );
  return {
    wallets: new Map(wallets.map((row) => [row['id'] as string, fromRow<Wallet>(row, ['creditLimit'])])),
    categories: new Map(categories.map((row) => [row['id'] as string, fromRow<Category>(row)])),
  };
}

async function lockRefused(knex: Knex, limit: number): Promise<Refused[]> {
  const rows: Row[] = await knex<Row>('recurring_occurrences as o')
    .join('operations as p', 'p.id', 'o.operation_id')
    .join('recurring_transactions as r', 'r.id', 'o.recurring_id')
    .where({ 'o.status': 'pending', 'p.status': 'refused' })
    .limit(limit)
    .forUpdate('o')
    .skipLocked()
    .select(knex.raw('to_jsonb(o) as occurrence, to_jsonb(r) as recurring, p.error'));
  const found = rows.map((row) => {
    const occurrence = fromRow<Occurrence>(row['occurrence'] as Row);
    const recurring = read(row['recurring'] as Row);
    const { nextAt, createdAt, updatedAt } = recurring;
    const stamps = {
      nextAt: nextAt && new Date(nextAt),
      createdAt: new Date(createdAt),
      updatedAt: new Date(updatedAt),
    };
    return {
      occurrence: { ...occurrence, dueAt: new Date(occurrence.dueAt) },
      recurring: { ...recurring, ...stamps },
      refusal: row['error'] as Refused['refusal'],
    };
  });
  const ids = [...new Set(found.map(({ occurrence }) => occurrence.operationId))];
  const sizes: Row[] = await knex<Row>('recurring_occurrences')
    .whereIn('operation_id', ids)
    .where({ status: 'pending' })
    .groupBy('operation_id')
    .select('operation_id', knex.raw('count(*)::int as size'));
  const sizeOf = new Map(sizes.map((row) => [row['operation_id'], row['size'] as number]));
  return found.map((each) => ({ ...each, together: sizeOf.get(each.occurrence.operationId) ?? 1 }));
}

async function history(knex: Knex, ownerId: string, since: string): Promise<HistoryGroup[]> {
  const { rows } = await knex.raw<{ rows: (Omit<HistoryGroup, 'amounts'> & { amounts: string[] })[] }>(HISTORY, [
    ownerId,
    since,
  ]);
  return rows.map((row) => ({ ...row, amounts: row.amounts.map(BigInt) }));
}
