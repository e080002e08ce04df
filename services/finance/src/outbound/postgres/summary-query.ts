import { addDays, type Period } from '@florin/calendar';
import type { Knex } from 'knex';
import type { CategorySum } from '../../domain/summary.ts';

export const EVER = '0001-01-01';
/** no row is dated later; the day after must be a day, too */
const LAST = '9998-12-31';

interface SumTables {
  days: string;
  months: string;
  columns: string;
}

const OF_CATEGORIES: SumTables = { days: 'daily_sums', months: 'monthly_sums', columns: 'currency, category_id' };
export const OF_TAGS: SumTables = {
  days: 'daily_tag_sums',
  months: 'monthly_tag_sums',
  columns: 'currency, tag_id, type',
};

/**
 * The sums of a person's days in a period, as the SQL of a table and its bindings: those of months where the whole month is in
 * it, those of days at both ends.
 */
export function sumsIn(
  ownerId: string,
  { start, ...period }: Period,
  walletId: string | undefined,
  tables = OF_CATEGORIES,
) {
  const end = period.end < LAST ? period.end : LAST;
  const firstMonth = start.endsWith('-01') ? start : monthAfter(start);
  const afterLast = addDays(end, 1).endsWith('-01') ? addDays(end, 1) : `${end.slice(0, 7)}-01`;
  const part = (table: string, column: string) =>
    `select ${tables.columns}, ${column} as date, amount_in, amount_out, row_count from ${table}
     where owner_id = ? and ${column} >= ? and ${column} < ? ${walletId === undefined ? '' : 'and wallet_id = ?'}`;
  const bound = (from: string, before: string) => [
    ownerId,
    from,
    before,
    ...(walletId === undefined ? [] : [walletId]),
  ];
  const days = part(tables.days, 'date');
  if (firstMonth >= afterLast) return { sql: days, bindings: bound(start, addDays(end, 1)) };
  return {
    sql: [days, part(tables.months, 'month'), days].join(' union all '),
    bindings: [...bound(start, firstMonth), ...bound(firstMonth, afterLast), ...bound(afterLast, addDays(end, 1))],
  };
}

/**
 * Of sums that are to be converted those of another currency than `to` by their days, as `day`: each day has a rate of its own.
 * `own` are all sums of the span.
 */
export function datedSums(
  ownerId: string,
  { start, end }: Period,
  { own, walletId, to, tables = OF_CATEGORIES }: Conversion,
): { sql: string; bindings: string[] } {
  const ofWallet = walletId === undefined ? '' : 'and wallet_id = ?';
  const columns = `${tables.columns}, date, amount_in, amount_out, row_count`;
  return {
    sql: `
      select ${columns}, null::date as day from (${own.sql}) as own where currency = ?
      union all
      select ${columns}, date as day from ${tables.days}
      where owner_id = ? and date between ? and ? and currency <> ? ${ofWallet}`,
    bindings: [...own.bindings, to, ownerId, start, end, to, ...(walletId === undefined ? [] : [walletId])],
  };
}

interface Conversion {
  own: { sql: string; bindings: string[] };
  walletId: string | undefined;
  to: string;
  tables?: SumTables;
}

const monthAfter = (day: string) => `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;

/** What a category brought or took, net of what went the other way. */
export async function sumsByCategory(
  knex: Knex,
  ownerId: string,
  period: Period,
  { walletId, to }: { walletId: string | undefined; to: string | undefined },
): Promise<CategorySum[]> {
  const own = sumsIn(ownerId, period, walletId);
  const sums = to === undefined ? own : datedSums(ownerId, period, { own, walletId, to });
  const day = to === undefined ? '' : ', day';
  const { rows } = await knex.raw<{ rows: (Omit<CategorySum, 'amount'> & { amount: string })[] }>(
    `select d.currency${day}, d.category_id as "categoryId", c.name, c.type, c.icon, c.colour,
       case when p.id is null then null else json_build_object('categoryId', p.id, 'name', p.name, 'type', p.type,
         'icon', p.icon, 'colour', p.colour) end as parent,
       (case c.type when 'expense' then d.amount_out - d.amount_in else d.amount_in - d.amount_out end)::text as amount
     from (
       select currency, category_id${day}, sum(amount_in) as amount_in, sum(amount_out) as amount_out
       from (${sums.sql}) as sums group by currency, category_id${day} having sum(row_count) > 0
     ) d join categories c on c.id = d.category_id and c.owner_id = ?
     left join categories p on p.id = c.parent_id and p.owner_id = c.owner_id`,
    [...sums.bindings, ownerId],
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** Debts taken less those paid back, by currency, up to a day included. */
export async function owed(knex: Knex, ownerId: string, until: string, walletId: string | undefined) {
  const sums = sumsIn(ownerId, { start: EVER, end: until }, walletId);
  const { rows } = await knex.raw<{ rows: { currency: string; owed: string }[] }>(
    `select currency, sum(amount_in - amount_out)::text as owed from (${sums.sql}) as sums
     where category_id in (select id from categories where owner_id = ? and type = 'debt') group by currency`,
    [...sums.bindings, ownerId],
  );
  return rows.map((row) => ({ currency: row.currency, owed: BigInt(row.owed) }));
}
