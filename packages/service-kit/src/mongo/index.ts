export { createMongo } from './connect.ts';
export type { Mongo } from './connect.ts';
export { createIdempotency, isDuplicateKey } from './idempotency.ts';
export type { Idempotency } from './idempotency.ts';
