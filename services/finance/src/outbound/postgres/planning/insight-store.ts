import type { Period } from '@florin/calendar';
import type { Knex } from 'knex';
import type { BucketSum, InsightStore, TagSum } from '../../../app/insights/ports.ts';
import type { CategoryType } from '../../../domain/category.ts';
import { EVER, OF_TAGS, datedSums, sumsIn } from '../summary-query.ts';

type Row = Omit<BucketSum, 'amount'> & { amount: string };
type TypedRow = Row & { type: CategoryType };

/** All figures come from sums of days and months: their cost follows days, and not rows. */
export function createInsightStore(knex: Knex): InsightStore {
  return {
    sumsByType: async (ownerId, buckets, { walletId, currency: to }) => {
      const [first, last] = [buckets[0], buckets.at(-1)];
      if (!first || !last) return [];
      const span = { start: first.start, end: last.end };
      const own = sumsBetween(ownerId, span, walletId, buckets.slice(1));
      const sums = to === undefined ? own : datedSums(ownerId, span, { own, walletId, to });
      const day = to === undefined ? '' : ', day';
      const { rows } = await knex.raw<{ rows: TypedRow[] }>(
        `select d.currency, c.type, d.bucket${day},
           sum(case c.type when 'expense' then -d.net else d.net end)::text as amount
         from (
           select currency, category_id, width_bucket(date, ?::date[]) - 1 as bucket${day}, sum(amount_in - amount_out) as net
           from (${sums.sql}) as sums group by currency, category_id, bucket${day}
         ) d join categories c on c.id = d.category_id and c.owner_id = ?
         group by d.currency, c.type, d.bucket${day}`,
        [starts(buckets), ...sums.bindings, ownerId],
      );
      return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
    },
    sumsByTag: async (ownerId, period, { walletId, currency: to }) => {
      const own = sumsIn(ownerId, period, walletId, OF_TAGS);
      const sums = to === undefined ? own : datedSums(ownerId, period, { own, walletId, to, tables: OF_TAGS });
      const day = to === undefined ? '' : ', day';
      const { rows } = await knex.raw<{ rows: (Omit<TagSum, 'amount'> & { amount: string })[] }>(
        `select d.currency${day}, d.tag_id as "tagId", tag.name, d.type,
           (case d.type when 'expense' then -d.net else d.net end)::text as amount
         from (
           select currency, tag_id, type${day}, sum(amount_in - amount_out) as net
           from (${sums.sql}) as sums group by currency, tag_id, type${day} having sum(row_count) > 0
         ) d join tags tag on tag.id = d.tag_id and tag.owner_id = ?`,
        [...sums.bindings, ownerId],
      );
      return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
    },
    growth: async (ownerId, buckets, today, walletId) => {
      const past = sumsBetween(ownerId, { start: EVER, end: today }, walletId, buckets);
      const wallet = given(walletId);
      const { rows } = await knex.raw<{ rows: Row[] }>(
        `select currency, width_bucket(date, ?::date[]) - 1 as bucket, sum(net)::text as amount
         from (
           select currency, date, amount_in - amount_out as net from (${past.sql}) as past
           union all
           select currency, ?::date, amount_in - amount_out from daily_sums
           where owner_id = ? and date > ? ${ofWallet(walletId)}
           union all
           select currency, least(date, ?::date), amount from daily_moves where owner_id = ? ${ofWallet(walletId)}
         ) as moves
         group by currency, bucket`,
        [starts(buckets), ...past.bindings, today, ownerId, today, ...wallet, today, ownerId, ...wallet],
      );
      return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
    },
  };
}

/** The sums of months, dated by their first days, where none of the buckets begins within a month; else those of days. */
function sumsBetween(ownerId: string, span: Period, walletId: string | undefined, buckets: readonly Period[]) {
  if (buckets.every(({ start }) => start.endsWith('-01'))) return sumsIn(ownerId, span, walletId);
  const sql = `select currency, category_id, date, amount_in, amount_out, row_count from daily_sums
    where owner_id = ? and date between ? and ? ${ofWallet(walletId)}`;
  return { sql, bindings: [ownerId, span.start, span.end, ...given(walletId)] };
}

const starts = (buckets: readonly Period[]) => buckets.map(({ start }) => start);
const ofWallet = (walletId: string | undefined) => (walletId === undefined ? '' : 'and wallet_id = ?');
const given = (walletId: string | undefined) => (walletId === undefined ? [] : [walletId]);
