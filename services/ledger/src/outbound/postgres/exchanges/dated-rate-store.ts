import type { Pool } from 'pg';
import type { DatedRateStore, RateOfDay } from '../../../app/exchanges/ports.ts';

/** rows of one statement; the bank's whole history is 200,000 */
const AT_ONCE = 20_000;

export function createDatedRateStore(pool: Pool): DatedRateStore {
  return {
    add: async (rates) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        for (let from = 0; from < rates.length; from += AT_ONCE) {
          const some = rates.slice(from, from + AT_ONCE);
          await client.query(
            `INSERT INTO dated_rates (currency, day, per_euro)
             SELECT * FROM unnest($1::text[], $2::date[], $3::numeric[])
             ON CONFLICT (currency, day) DO UPDATE SET per_euro = excluded.per_euro`,
            [some.map((rate) => rate.currency), some.map((rate) => rate.day), some.map((rate) => rate.perEuro)],
          );
        }
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    isEmpty: async () => {
      const { rows } = await pool.query('SELECT FROM dated_rates LIMIT 1');
      return rows.length === 0;
    },
    ofDays: async (currencies, days, daysBefore) => {
      const { rows } = await pool.query<RateOfDay>(
        `SELECT currency, asked::text, found.per_euro::text AS "perEuro"
         FROM unnest($1::text[]) AS currency
         CROSS JOIN unnest($2::date[]) AS asked
         CROSS JOIN LATERAL (
           SELECT per_euro FROM dated_rates rate
           WHERE rate.currency = currency.currency AND day BETWEEN asked - $3::integer AND asked
           ORDER BY day DESC LIMIT 1
         ) AS found`,
        [currencies, days, daysBefore],
      );
      return rows;
    },
  };
}
