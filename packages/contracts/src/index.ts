export { CONSUMERS } from './consumers.ts';
export { envelopeSchema, type Envelope } from './envelope.ts';
export { EVENTS, EVENT_TYPES, isEventType, type EventData, type EventType } from './events.ts';
export { createEvent, parseEvent, type FlorinEvent, type NewEvent } from './event.ts';
