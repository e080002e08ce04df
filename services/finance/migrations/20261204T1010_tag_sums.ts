import type { Knex } from 'knex';

/**
 * What rows with a tag brought and took, by owner, tag, type of category, currency, day and wallet, and how many rows a tag
 * has. A row counts under each of its tags. The set of its tags is part of the key of a day, so that a sum over several tags
 * counts it once: of a set that stands under two of them, one is taken. Cost follows the days of a tag, not rows.
 */
export async function up(knex: Knex): Promise<void> {
  await createSums(knex, {
    table: 'daily_tag_sums',
    time: 'date',
    set: '-- a hash of all tags that the rows have\n set_id uuid not null,',
    key: DAILY_KEY,
  });
  await createSums(knex, { table: 'monthly_tag_sums', time: 'month', set: '', key: keyOf('month') });
  await knex.raw(`
    create table tag_counts (
      owner_id uuid not null,
      tag_id uuid not null,
      row_count bigint not null,
      primary key (owner_id, tag_id)
    )`);
  await knex.raw(`create view tagged_rows as ${rowSums('transactions')} union all ${partsOf('transactions')}`);
  const sums = 'amount_in, amount_out, row_count';
  await knex.raw(`
    insert into daily_tag_sums (${DAILY_KEY}, ${sums})
    select ${DAILY_KEY}, sum(amount_in), sum(amount_out), count(*) from tagged_rows group by ${DAILY_KEY}`);
  await knex.raw(`
    insert into monthly_tag_sums (${keyOf('month')}, ${sums})
    select ${keyOf(MONTH)}, sum(amount_in), sum(amount_out), sum(row_count) from daily_tag_sums group by ${keyOf(MONTH)}`);
  await knex.raw(`
    insert into tag_counts select owner_id, tag_id, count(*) from transactions cross join unnest(tag_ids) as tag_id
    where status = 'posted' group by owner_id, tag_id`);
  for (const [event, tables] of Object.entries(EVENTS)) {
    // rows get their tags after they are inserted
    if (event !== 'insert') {
      const sums = sumInto(tables, (table) => [rowSums(table), partsOf(table)]);
      await createTrigger(knex, { event, tables, on: 'transactions', body: sums + countInto(tables) });
    }
    await createTrigger(knex, {
      ...{ event, tables, on: 'transaction_parts' },
      body: sumInto(tables, (table) => [partSums(table)]),
    });
    if (event !== 'delete') await createMonthTrigger(knex, event, tables);
  }
  await knex.raw(`alter table budgets add column tag_ids uuid[] not null default '{}'`);
}

const EVENTS: Record<string, string[]> = {
  insert: ['new_rows'],
  update: ['new_rows', 'old_rows'],
  delete: ['old_rows'],
};

const MONTH = `date_trunc('month', date)::date`;
const keyOf = (time: string) => `owner_id, tag_id, type, currency, ${time}, wallet_id`;
const DAILY_KEY = `${keyOf('date')}, set_id`;

interface Sums {
  table: string;
  time: string;
  set: string;
  key: string;
}

async function createSums(knex: Knex, { table, time, set, key }: Sums): Promise<void> {
  await knex.raw(`
    create table ${table} (
      owner_id uuid not null,
      tag_id uuid not null,
      type text not null,
      currency text not null,
      ${time} date not null,
      wallet_id uuid not null,
      ${set}
      -- minor units
      amount_in numeric not null,
      amount_out numeric not null,
      row_count bigint not null,
      primary key (${key})
    )`);
  await knex.raw(`create index ${table}_of_times on ${table} (owner_id, ${time})`);
}

const COUNTED = `status = 'posted' and row.type in ('income', 'expense', 'debt')`;

/** Each by itself: as a join the planner may read everybody's categories or parts for all rows of a statement. */
const categoryOf = (table: string) =>
  `cross join lateral (select type from categories where id = ${table}.category_id offset 0) as category`;

const rowSums = (table: string) => `
  select row.owner_id, tag_id, category.type, row.currency, row.date, row.wallet_id, md5(row.tag_ids::text)::uuid as set_id,
    case row.direction when 'in' then row.amount else 0 end as amount_in,
    case row.direction when 'out' then row.amount else 0 end as amount_out
  from ${table} as row ${categoryOf('row')} cross join unnest(row.tag_ids) as tag_id
  where ${COUNTED} and not row.split and row.tag_ids <> '{}'`;

const SUMS = `
  row.owner_id, tag_id, category.type, row.currency, row.date, row.wallet_id, md5(part.tag_ids::text)::uuid as set_id,
  case when (row.direction = 'in') = (part.amount > 0) then abs(part.amount) else 0 end as amount_in,
  case when (row.direction = 'out') = (part.amount > 0) then abs(part.amount) else 0 end as amount_out`;

const partsOf = (table: string) => `
  select ${SUMS} from ${table} as row
  cross join lateral (
    select category_id, amount, tag_ids from transaction_parts
    where owner_id = row.owner_id and transaction_id = row.id offset 0
  ) as part ${categoryOf('part')} cross join unnest(part.tag_ids) as tag_id
  where ${COUNTED} and row.split and row.tag_ids <> '{}'`;

const partSums = (table: string) => `
  select ${SUMS} from ${table} as part
  cross join lateral (select * from transactions where id = part.transaction_id offset 0) as row
  ${categoryOf('part')} cross join unnest(part.tag_ids) as tag_id
  where row.owner_id = part.owner_id and ${COUNTED} and row.split and part.tag_ids <> '{}'`;

const signOf = (table: string) => (table === 'new_rows' ? 1 : -1);

/** Once a statement and in one order, as the triggers of `daily_sums`. */
function sumInto(tables: readonly string[], sums: (table: string) => string[]): string {
  const changes = tables.flatMap((table) =>
    sums(table).map(
      (sum) => `
        select ${DAILY_KEY}, ${signOf(table)} * amount_in as amount_in, ${signOf(table)} * amount_out as amount_out,
          ${signOf(table)} as row_count
        from (${sum}) as counted`,
    ),
  );
  return upsert({ table: 'daily_tag_sums', key: DAILY_KEY, read: DAILY_KEY }, changes.join(' union all '));
}

interface Upsert {
  table: string;
  key: string;
  /** the key as the changes have it */
  read: string;
}

const upsert = ({ table, key, read }: Upsert, changes: string) => `
      insert into ${table} as kept (${key}, amount_in, amount_out, row_count)
      select ${read}, sum(amount_in), sum(amount_out), sum(row_count) from (${changes}) as changes
      group by ${read}
      having sum(amount_in) <> 0 or sum(amount_out) <> 0 or sum(row_count) <> 0
      order by ${read}
      on conflict (${key}) do update set
        amount_in = kept.amount_in + excluded.amount_in,
        amount_out = kept.amount_out + excluded.amount_out,
        row_count = kept.row_count + excluded.row_count;`;

function countInto(tables: readonly string[]): string {
  const changes = tables.map(
    (table) => `
        select owner_id, tag_id, ${signOf(table)} as row_count from ${table} cross join unnest(tag_ids) as tag_id
        where status = 'posted'`,
  );
  return `
      insert into tag_counts as kept
      select owner_id, tag_id, sum(row_count) from (${changes.join(' union all ')}) as changes
      group by owner_id, tag_id having sum(row_count) <> 0 order by owner_id, tag_id
      on conflict (owner_id, tag_id) do update set row_count = kept.row_count + excluded.row_count;`;
}

interface Trigger {
  event: string;
  tables: readonly string[];
  on: string;
  body: string;
}

/** Most rows have no tags: those are looked at, and no more. */
async function createTrigger(knex: Knex, { event, tables, on, body }: Trigger): Promise<void> {
  const tagged = tables.map((table) => `exists (select from ${table} where tag_ids <> '{}')`);
  await knex.raw(`
    create function tags_of_${on}_on_${event}() returns trigger language plpgsql as $$
    begin
      if not (${tagged.join(' or ')}) then return null; end if;
      ${body}
      return null;
    end $$`);
  await knex.raw(`
    create trigger tag_sums_on_${event} after ${event} on ${on}
    referencing ${referenced(tables)} for each statement execute function tags_of_${on}_on_${event}()`);
}

const referenced = (tables: readonly string[]) =>
  tables.map((table) => `${table.slice(0, 3)} table as ${table}`).join(' ');

async function createMonthTrigger(knex: Knex, event: string, tables: readonly string[]): Promise<void> {
  const changes = tables.map((table) => {
    const sums = ['amount_in', 'amount_out', 'row_count'].map((column) => `${signOf(table)} * ${column} as ${column}`);
    return `select ${keyOf('date')}, ${sums.join(', ')} from ${table}`;
  });
  await knex.raw(`
    create function sum_tag_months_on_${event}() returns trigger language plpgsql as $$
    begin
      ${upsert({ table: 'monthly_tag_sums', key: keyOf('month'), read: keyOf(MONTH) }, changes.join(' union all '))}
      return null;
    end $$`);
  await knex.raw(`
    create trigger monthly_tag_sums_on_${event} after ${event} on daily_tag_sums
    referencing ${referenced(tables)} for each statement execute function sum_tag_months_on_${event}()`);
}

/** A budget over tags has no place in the older tables. */
export async function down(knex: Knex): Promise<void> {
  await knex.raw(`delete from budgets where tag_ids <> '{}'`);
  await knex.raw('alter table budgets drop column tag_ids');
  for (const event of Object.keys(EVENTS)) {
    for (const on of ['transactions', 'transaction_parts']) {
      await knex.raw(`drop trigger if exists tag_sums_on_${event} on ${on}`);
      await knex.raw(`drop function if exists tags_of_${on}_on_${event}()`);
    }
  }
  await knex.raw('drop view tagged_rows');
  await knex.raw('drop table daily_tag_sums, monthly_tag_sums, tag_counts');
  for (const event of ['insert', 'update']) await knex.raw(`drop function sum_tag_months_on_${event}()`);
}
