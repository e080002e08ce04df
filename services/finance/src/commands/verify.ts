import { connectPostgres } from '@florin/service-kit/postgres';
import { readConfig } from '../config.ts';
import {
  countWrongMoves,
  countWrongSums,
  countWrongTagSums,
  countWrongTotals,
} from '../outbound/postgres/daily-sum-query.ts';

/** `npm run verify -w services/finance`: compares the sums of days with the rows; exits with 1 when they differ. */
const postgres = connectPostgres({ url: readConfig(process.env).POSTGRES_URL, schema: 'finance', maxConnections: 1 });
try {
  const { sums, wrong } = await countWrongSums(postgres.knex);
  const moves = await countWrongMoves(postgres.knex);
  const totals = await countWrongTotals(postgres.knex);
  console.log(`${sums} sums of days, ${wrong} of them and ${moves} of the moves differ from the rows`);
  const tags = await countWrongTagSums(postgres.knex);
  console.log(`${totals} sums of months and counts of rows, and ${tags} of tags, differ`);
  process.exitCode = wrong + moves + totals + tags === 0 ? 0 : 1;
} finally {
  await postgres.close();
}
