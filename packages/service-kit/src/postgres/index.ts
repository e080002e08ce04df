export { sendTogether } from './client.ts';
export { connectPostgres, type Postgres } from './connect.ts';
export { createIdempotencyTable, forgetKeysBefore, withIdempotency, withIdempotencyOfMany } from './idempotency.ts';
export { migrate } from './migrate.ts';
export { createPool, type PoolOptions } from './pool.ts';
export { columns, fromRow, fromRows, toRow } from './rows.ts';
