export { onceMongo } from './inbox.ts';
export { outboxField } from './outbox.ts';
export { createMongoRelay } from './relay.ts';
