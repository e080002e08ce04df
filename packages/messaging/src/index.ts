export type {
  Bus,
  BusStats,
  Consumer,
  DeadLetter,
  DeadLetters,
  HandlerContext,
  Log,
  Relay,
  RelayOptions,
} from './bus.ts';
export { createBus } from './create-bus.ts';
export type { BusOptions } from './create-bus.ts';
export { appendEvents } from './postgres/outbox.ts';
export { createMessagingTables, dropMessagingTables } from './postgres/tables.ts';
export { createPostgresRelay } from './postgres/relay.ts';
export { oncePostgres } from './postgres/inbox.ts';
