import type { Knex } from 'knex';

/**
 * A row may be split over several categories: its parts count in the place of its own category. A part below zero goes the
 * other way, so that a row's parts together move what it moves. Changes of rows count with the parts as they are, changes of
 * parts with the rows as they are; whoever changes parts holds the lock of their row.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table transactions add column split boolean not null default false');
  await knex.raw(`
    create table transaction_parts (
      owner_id uuid not null,
      transaction_id uuid not null,
      position smallint not null,
      category_id uuid not null references categories,
      -- minor units; below zero for what goes the other way than the row
      amount bigint not null check (amount <> 0),
      description text not null default '' check (char_length(description) <= 500),
      primary key (owner_id, transaction_id, position)
    )`);
  await knex.raw(`
    create index transaction_parts_of_category on transaction_parts (owner_id, category_id, transaction_id)`);
  await knex.raw(
    `create or replace view counted_rows as ${rowSums('transactions')} union all ${partsOf('transactions')}`,
  );
  for (const [event, tables] of Object.entries(EVENTS)) {
    await knex.raw(sumFunction(`sum_on_${event}`, tables, (table) => [rowSums(table), partsOf(table)]));
    await knex.raw(sumFunction(`sum_parts_on_${event}`, tables, (table) => [partSums(table)]));
    await knex.raw(`
      create trigger daily_sums_of_parts_on_${event} after ${event} on transaction_parts
      referencing ${tables.map((table) => `${table.slice(0, 3)} table as ${table}`).join(' ')}
      for each statement execute function sum_parts_on_${event}()`);
  }
}

const EVENTS: Record<string, string[]> = {
  insert: ['new_rows'],
  update: ['new_rows', 'old_rows'],
  delete: ['old_rows'],
};

const COUNTED = `status = 'posted' and type in ('income', 'expense', 'debt')`;

const rowSums = (table: string, which = 'and not split') => `
  select owner_id, category_id, currency, date, wallet_id,
    case direction when 'in' then amount else 0 end as amount_in,
    case direction when 'out' then amount else 0 end as amount_out
  from ${table} where ${COUNTED} and category_id is not null ${which}`;

const SUMS = `
  row.owner_id, part.category_id, row.currency, row.date, row.wallet_id,
  case when (row.direction = 'in') = (part.amount > 0) then abs(part.amount) else 0 end as amount_in,
  case when (row.direction = 'out') = (part.amount > 0) then abs(part.amount) else 0 end as amount_out`;

// offset 0 keeps the planner from reading everybody's parts once for all rows of a statement
const partsOf = (table: string) => `
  select ${SUMS} from ${table} as row
  cross join lateral (
    select category_id, amount from transaction_parts
    where owner_id = row.owner_id and transaction_id = row.id offset 0
  ) as part
  where ${COUNTED} and split`;

// by its id alone: before a table has statistics the planner takes an index of the owner for as good
const partSums = (table: string) => `
  select ${SUMS} from ${table} as part
  cross join lateral (select * from transactions where id = part.transaction_id offset 0) as row
  where row.owner_id = part.owner_id and ${COUNTED} and split`;

function sumFunction(name: string, tables: readonly string[], sums: (table: string) => string[]): string {
  const changes = tables.flatMap((table) =>
    sums(table).map((sum) => {
      const sign = table === 'new_rows' ? 1 : -1;
      return `
        select owner_id, category_id, currency, date, wallet_id, ${sign} * amount_in as amount_in,
          ${sign} * amount_out as amount_out, ${sign} as row_count
        from (${sum}) as counted`;
    }),
  );
  return `
    create or replace function ${name}() returns trigger language plpgsql as $$
    begin
      insert into daily_sums as kept
      select owner_id, category_id, currency, date, wallet_id, sum(amount_in), sum(amount_out), sum(row_count)
      from (${changes.join(' union all ')}) as changes
      group by owner_id, category_id, currency, date, wallet_id
      having sum(amount_in) <> 0 or sum(amount_out) <> 0 or sum(row_count) <> 0
      order by owner_id, category_id, currency, date, wallet_id
      on conflict (owner_id, category_id, currency, date, wallet_id) do update set
        amount_in = kept.amount_in + excluded.amount_in,
        amount_out = kept.amount_out + excluded.amount_out,
        row_count = kept.row_count + excluded.row_count;
      return null;
    end $$`;
}

export async function down(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: unknown[] }>('select from transaction_parts limit 1');
  if (rows.length > 0) throw new Error('there are split rows, which would lose the categories of their parts');
  await knex.raw(`create or replace view counted_rows as ${rowSums('transactions', '')}`);
  for (const [event, tables] of Object.entries(EVENTS)) {
    await knex.raw(sumFunction(`sum_on_${event}`, tables, (table) => [rowSums(table, '')]));
    await knex.raw(`drop trigger daily_sums_of_parts_on_${event} on transaction_parts`);
    await knex.raw(`drop function sum_parts_on_${event}()`);
  }
  await knex.raw('drop table transaction_parts');
  await knex.raw('alter table transactions drop column split');
}
