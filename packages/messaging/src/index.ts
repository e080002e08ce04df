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
export { createBus, createBusOf } from './create-bus.ts';
export type { BusOptions } from './create-bus.ts';
export { createConsumer } from './consuming/create-consumer.ts';
export type { EventHandler, EventHandlers } from './consuming/create-consumer.ts';
export { createEvents } from './events/create-events.ts';
export type { EventsOptions, MakeEvent } from './events/create-events.ts';
export { registerMessagingMetrics } from './register-metrics.ts';
export { currentTrace, runInTrace } from './events/trace.ts';
export type { Trace } from './events/trace.ts';
export { appendEvents } from './postgres/outbox.ts';
export { createMessagingTables, dropMessagingTables } from './postgres/tables.ts';
export { createPostgresRelay } from './postgres/relay.ts';
export { oncePostgres } from './postgres/inbox.ts';
