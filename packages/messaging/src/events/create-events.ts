import { createEvent, type EventData, type EventType, type FlorinEvent } from '@florin/contracts';
import { newId as newUuid, type Clock } from '@florin/service-kit';
import { currentTrace } from './trace.ts';

export interface EventsOptions {
  /** the service that states the facts, e.g. `ledger` */
  producer: string;
  clock: Clock;
  /** default: uuid v7 */
  newId?: () => string;
}

/**
 * Makes an event of `type` about `aggregateId`, with the trace of the request or event being handled. Throws a ZodError
 * when the data doesn't fit the type, which is a bug of the producer.
 */
export type MakeEvent = <T extends EventType>(
  type: T,
  aggregateId: string,
  data: EventData<T>,
  options?: { id?: string; occurredAt?: Date },
) => FlorinEvent<T>;

/** The one way a service makes its events. */
export function createEvents({ producer, clock, newId = newUuid }: EventsOptions): MakeEvent {
  return (type, aggregateId, data, { id = newId(), occurredAt = clock() } = {}) =>
    createEvent({ id, type, producer, aggregateId, data, occurredAt, ...currentTrace() });
}
