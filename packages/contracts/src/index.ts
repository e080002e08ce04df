export { CONSUMERS } from './consumers.ts';
export { envelopeSchema } from './envelope.ts';
export type { Envelope } from './envelope.ts';
export { EVENTS, EVENT_TYPES, isEventType } from './events.ts';
export type { EventData, EventType } from './events.ts';
export { createEvent, parseEvent } from './event.ts';
export type { FlorinEvent, NewEvent } from './event.ts';
