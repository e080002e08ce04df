export { createMongo, type Mongo } from './connect.ts';
export { createIdempotency, isDuplicateKey, type Idempotency } from './idempotency.ts';
export { newestPage } from './newest-page.ts';
