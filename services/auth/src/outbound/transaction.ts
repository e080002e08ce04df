import type { Knex } from 'knex';
import type { FlorinEvent } from '@florin/contracts';
import { appendEvents, createEvents, oncePostgres, type MakeEvent } from '@florin/messaging';
import { newId, type Clock } from '@florin/service-kit';
import { forgetKeysBefore, withIdempotency } from '@florin/service-kit/postgres';
import type { Db, ForgetKeys, Idempotently, OncePerEvent, Transact, Tx } from '../app/ports.ts';

/** What `Db` and `Tx` hide from use cases. */
interface Handle extends Db {
  knex: Knex;
}

/** The connection behind a `Db` or `Tx` of this module; only stores look at it. */
export function knexOf(db: Db): Knex {
  return (db as Handle).knex;
}

/** A handle whose statements each run by themselves. */
export function createDb(knex: Knex): Db {
  const handle: Handle = { knex, transaction: false };
  return handle;
}

/** Runs work in a transaction, writes its events to the outbox in it, and wakes the relay after the commit. */
export function createTransact(knex: Knex, clock: Clock, nudge: () => void): Transact {
  const makeEvent = createEvents({ producer: 'auth', clock });
  return async (work) => {
    const events: FlorinEvent[] = [];
    const result = await knex.transaction(async (trx) => {
      const value = await work(createTx(trx, makeEvent, events));
      await appendEvents(trx, events);
      return value;
    });
    if (events.length > 0) nudge();
    return result;
  };
}

/** As `createTransact`, for the effect of an event that may be delivered more than once. */
export function createOncePerEvent(knex: Knex, clock: Clock, nudge: () => void): OncePerEvent {
  const makeEvent = createEvents({ producer: 'auth', clock });
  return async (consumer, eventId, work) => {
    const events: FlorinEvent[] = [];
    await oncePostgres(knex, consumer, { id: eventId }, async (trx) => {
      await work(createTx(trx, makeEvent, events));
      await appendEvents(trx, events);
    });
    if (events.length > 0) nudge();
  };
}

/** A handle of one transaction, which gathers the events that become true with it. */
function createTx(knex: Knex, makeEvent: MakeEvent, events: FlorinEvent[]): Tx {
  const handle: Handle & Tx = {
    knex,
    transaction: true,
    emit: (type, data) => {
      events.push(makeEvent(type, data.userId ?? newId(), data));
    },
  };
  return handle;
}

export const forgetKeys: ForgetKeys = (db, before) => forgetKeysBefore(knexOf(db), before, 10_000);

export const idempotently: Idempotently = (tx, request, work) => withIdempotency(knexOf(tx), request, work);
