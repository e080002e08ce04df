import type { Knex } from 'knex';

/** How many sums of days there are, and how many of them are not the sums of the rows; of all people. */
export async function countWrongSums(knex: Knex): Promise<{ sums: number; wrong: number }> {
  const { rows } = await knex.raw<{ rows: { sums: string; wrong: string }[] }>(`
    select count(*) as sums, count(*) filter (where
      coalesce(kept.amount_in, 0) <> coalesce(counted.amount_in, 0)
      or coalesce(kept.amount_out, 0) <> coalesce(counted.amount_out, 0)
      or coalesce(kept.row_count, 0) <> coalesce(counted.row_count, 0)) as wrong
    from daily_sums kept
    full join (
      select owner_id, category_id, currency, date, wallet_id,
        sum(amount_in) as amount_in, sum(amount_out) as amount_out, count(*) as row_count
      from counted_rows group by owner_id, category_id, currency, date, wallet_id
    ) counted using (owner_id, category_id, currency, date, wallet_id)`);
  return { sums: Number(rows[0]?.sums), wrong: Number(rows[0]?.wrong) };
}

/** How many moves of days are not those of the rows; of all people. */
export async function countWrongMoves(knex: Knex): Promise<number> {
  const { rows } = await knex.raw<{ rows: { wrong: string }[] }>(`
    select count(*) as wrong
    from daily_moves kept
    full join (
      select owner_id, date, wallet_id, currency, sum(amount) as amount
      from moved_rows group by owner_id, date, wallet_id, currency
    ) counted using (owner_id, date, wallet_id, currency)
    where coalesce(kept.amount, 0) <> coalesce(counted.amount, 0)`);
  return Number(rows[0]?.wrong);
}

/** How many sums of months are not those of their days, and how many counts of rows are wrong; of all people. */
export async function countWrongTotals(knex: Knex): Promise<number> {
  const { rows } = await knex.raw<{ rows: { wrong: string }[] }>(`
    select
      (select count(*) from monthly_sums kept full join (
         select owner_id, category_id, currency, date_trunc('month', date)::date as month, wallet_id,
           sum(amount_in) as amount_in, sum(amount_out) as amount_out, sum(row_count) as row_count
         from daily_sums group by owner_id, category_id, currency, date_trunc('month', date), wallet_id
       ) days using (owner_id, category_id, currency, month, wallet_id)
       where coalesce(kept.amount_in, 0) <> coalesce(days.amount_in, 0)
         or coalesce(kept.amount_out, 0) <> coalesce(days.amount_out, 0)
         or coalesce(kept.row_count, 0) <> coalesce(days.row_count, 0))
      + (select count(*) from row_counts kept full join (
           select owner_id, wallet_id, type, count(*) as row_count from transactions where status = 'posted'
           group by owner_id, wallet_id, type
         ) counted using (owner_id, wallet_id, type)
         where coalesce(kept.row_count, 0) <> coalesce(counted.row_count, 0)) as wrong`);
  return Number(rows[0]?.wrong);
}

/** How many sums and counts of tags are not those of the rows; of all people. */
export async function countWrongTagSums(knex: Knex): Promise<number> {
  const key = 'owner_id, tag_id, type, currency, date, wallet_id, set_id';
  const months = 'owner_id, tag_id, type, currency, month, wallet_id';
  const differs = (other: string) =>
    ['amount_in', 'amount_out', 'row_count']
      .map((column) => `coalesce(kept.${column}, 0) <> coalesce(${other}.${column}, 0)`)
      .join(' or ');
  const { rows } = await knex.raw<{ rows: { wrong: string }[] }>(`
    select
      (select count(*) from daily_tag_sums kept full join (
         select ${key}, sum(amount_in) as amount_in, sum(amount_out) as amount_out, count(*) as row_count
         from tagged_rows group by ${key}
       ) counted using (${key}) where ${differs('counted')})
      + (select count(*) from monthly_tag_sums kept full join (
         select ${months}, sum(amount_in) as amount_in, sum(amount_out) as amount_out, sum(row_count) as row_count
         from (select *, date_trunc('month', date)::date as month from daily_tag_sums) as dated group by ${months}
       ) days using (${months}) where ${differs('days')})
      + (select count(*) from tag_counts kept full join (
         select tag.owner_id, tag.tag_id, count(*) as row_count
         from transaction_tags tag join transactions row on row.id = tag.transaction_id and row.owner_id = tag.owner_id
         where row.status = 'posted' group by tag.owner_id, tag.tag_id
       ) counted using (owner_id, tag_id) where coalesce(kept.row_count, 0) <> coalesce(counted.row_count, 0)) as wrong`);
  return Number(rows[0]?.wrong);
}
