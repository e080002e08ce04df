import type { Knex } from 'knex';
import type { EventData, EventType, FlorinEvent } from '@florin/contracts';
import { appendEvents, createEvents } from '@florin/messaging';
import { newId } from '@florin/service-kit';
import type { Clock } from '@florin/service-kit';

/** One transaction and the events that become true with it. */
export interface Unit {
  trx: Knex.Transaction;
  /** Publishes the event when, and only when, the transaction commits. `userId` of the data orders it. */
  emit<T extends EventType>(type: T, data: EventData<T> & { userId: string | null }): void;
}

export type UnitOfWork = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

/** Runs work in a transaction, writes its events to the outbox in it, and wakes the relay after the commit. */
export function createUnitOfWork(knex: Knex, clock: Clock, nudge: () => void): UnitOfWork {
  const makeEvent = createEvents({ producer: 'auth', clock });
  return async (work) => {
    const events: FlorinEvent[] = [];
    const result = await knex.transaction(async (trx) => {
      const value = await work({
        trx,
        emit: (type, data) => {
          events.push(makeEvent(type, data.userId ?? newId(), data));
        },
      });
      await appendEvents(trx, events);
      return value;
    });
    if (events.length > 0) nudge();
    return result;
  };
}
