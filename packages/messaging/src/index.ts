export type {
  Bus,
  BusStats,
  Consumer,
  DeadLetter,
  DeadLetters,
  Depth,
  HandlerContext,
  Log,
  Relay,
  RelayOptions,
} from './bus.ts';
export { createBus, createBusOf, type BusOptions } from './create-bus.ts';
export { createConsumer, type EventHandler, type EventHandlers } from './consuming/create-consumer.ts';
export { createEvents, type EventsOptions, type MakeEvent } from './events/create-events.ts';
export { registerMessagingMetrics } from './register-metrics.ts';
export { currentTrace, runInTrace, type Trace, type Work } from './events/trace.ts';
export { appendEvents } from './postgres/outbox.ts';
export { createMessagingTables, dropMessagingTables } from './postgres/tables.ts';
export { createPostgresRelay } from './postgres/relay.ts';
export { oncePostgres } from './postgres/inbox.ts';
