import type { Period } from '@florin/calendar';
import type { Knex } from 'knex';
import type { BucketSum, InsightStore } from '../../../app/insights/ports.ts';
import type { CategoryType } from '../../../domain/category.ts';

type Row = Omit<BucketSum, 'amount'> & { amount: string };
type TypedRow = Row & { type: CategoryType };

/** All figures come from sums of days: their cost follows days, and not rows. */
export function createInsightStore(knex: Knex): InsightStore {
  return {
    sumsByType: async (ownerId, buckets, walletId) => {
      const { rows } = await knex.raw<{ rows: TypedRow[] }>(
        `select d.currency, c.type, d.bucket,
           sum(case c.type when 'expense' then -d.net else d.net end)::text as amount
         from (
           select currency, category_id, width_bucket(date, ?::date[]) - 1 as bucket, sum(amount_in - amount_out) as net
           from daily_sums where owner_id = ? and date between ? and ? ${ofWallet(walletId)}
           group by currency, category_id, bucket
         ) d join categories c on c.id = d.category_id and c.owner_id = ?
         group by d.currency, c.type, d.bucket`,
        [starts(buckets), ownerId, buckets[0]?.start ?? null, buckets.at(-1)?.end ?? null, ...given(walletId), ownerId],
      );
      return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
    },
    growth: async (ownerId, buckets, today, walletId) => {
      const moves = (table: string, net: string) =>
        `select currency, least(date, ?::date) as date, ${net} as net from ${table} where owner_id = ? ${ofWallet(walletId)}`;
      const own = [today, ownerId, ...given(walletId)];
      const { rows } = await knex.raw<{ rows: Row[] }>(
        `select currency, width_bucket(date, ?::date[]) - 1 as bucket, sum(net)::text as amount
         from (${moves('daily_sums', 'amount_in - amount_out')} union all ${moves('daily_moves', 'amount')}) as moves
         group by currency, bucket`,
        [starts(buckets), ...own, ...own],
      );
      return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
    },
  };
}

const starts = (buckets: readonly Period[]) => buckets.map(({ start }) => start);
const ofWallet = (walletId: string | undefined) => (walletId === undefined ? '' : 'and wallet_id = ?');
const given = (walletId: string | undefined) => (walletId === undefined ? [] : [walletId]);
