export { connectPostgres, ensureDatabase } from './connect.ts';
export type { Postgres } from './connect.ts';
export { createIdempotencyTable, withIdempotency } from './idempotency.ts';
export type { IdempotentReply, IdempotentRequest } from './idempotency.ts';
export { migrate } from './migrate.ts';
export { ownPromises } from './own-promises.ts';
export { createWatchdog } from './watchdog.ts';
