import { randomUUID } from 'node:crypto';
import { envelopeSchema, type Envelope } from './envelope.ts';
import { EVENTS, isEventType, type EventData, type EventType } from './events.ts';

/** An envelope whose data is known to fit its type. */
export type FlorinEvent<T extends EventType = EventType> = T extends EventType
  ? Omit<Envelope, 'type' | 'data'> & { type: T; data: EventData<T> }
  : never;

export interface NewEvent<T extends EventType> {
  /** uuid v7; give it when the event must have one id over retries */
  id: string;
  type: T;
  producer: string;
  aggregateId: string;
  data: EventData<T>;
  occurredAt: Date;
  correlationId?: string | undefined;
  causationId?: string | null | undefined;
  traceparent?: string | null | undefined;
}

/** Builds and checks an event; throws a ZodError when the data does not fit (a bug of the producer). */
export function createEvent<T extends EventType>(input: NewEvent<T>): FlorinEvent<T> {
  const envelope = envelopeSchema.parse({
    id: input.id,
    type: input.type,
    occurredAt: input.occurredAt.toISOString(),
    producer: input.producer,
    aggregateId: input.aggregateId,
    correlationId: input.correlationId ?? randomUUID(),
    causationId: input.causationId ?? null,
    traceparent: input.traceparent ?? null,
    data: EVENTS[input.type].parse(input.data),
  });
  return envelope as unknown as FlorinEvent<T>;
}

/** Reads an envelope off the wire. Throws a ZodError for a malformed one and an Error for an unknown type. */
export function parseEvent(json: unknown): FlorinEvent {
  const envelope = envelopeSchema.parse(json);
  if (!isEventType(envelope.type)) throw new Error(`unknown event type ${envelope.type}`);
  return { ...envelope, data: EVENTS[envelope.type].parse(envelope.data) } as unknown as FlorinEvent;
}
