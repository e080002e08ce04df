import type { FlorinEvent } from '@florin/contracts';
import { createTestDatabase, waitFor, type TestDatabase } from '@florin/testing';
import type { Knex } from 'knex';
import createKnex from 'knex';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import {
  appendEvents,
  createMessagingTables,
  createPostgresRelay,
  oncePostgres,
  type Bus,
  type Relay,
} from '../index.ts';
import { distinct, eventOf, expectOrder, into, silent, type Handled, type Suite } from './kit.ts';

/** The bus together with a service's PostgreSQL outbox and inbox. */
export function storeTests(suite: Suite): void {
  describe('with the PostgreSQL outbox and inbox', () => {
    let database: TestDatabase;
    let knex: Knex;
    let pool: pg.Pool;
    const relays: Relay[] = [];

    beforeAll(async () => {
      database = await createTestDatabase();
      knex = createKnex({ client: 'pg', connection: database.url, pool: { min: 0, max: 4 } });
      pool = new pg.Pool({ connectionString: database.url, max: 3 });
      // The database is dropped under its last idle connections.
      pool.on('error', () => undefined);
      await createMessagingTables(knex);
      await knex.raw('CREATE TABLE effect (event_id uuid NOT NULL, consumer text NOT NULL)');
    });
    afterEach(async () => {
      await Promise.all(relays.splice(0).map((relay) => relay.stop()));
      await knex.raw('TRUNCATE outbox, effect');
    });
    afterAll(async () => {
      await knex.destroy();
      await pool.end();
      await database.drop();
    });

    const relayTo = (bus: Pick<Bus, 'publish'>): Relay => {
      const relay = createPostgresRelay({ pool, bus, logger: silent, pollMs: 100 });
      relays.push(relay);
      relay.start();
      return relay;
    };
    const effects = async (): Promise<number> => Number((await knex('effect').count())[0]!['count']);
    const once = (event: FlorinEvent): Promise<'done' | 'seen'> =>
      oncePostgres(knex, suite.queue, event, async (trx) => {
        await trx('effect').insert({ event_id: event.id, consumer: suite.queue });
      });

    test('a redelivered event has one effect', async () => {
      const outcomes: string[] = [];
      const bus = await suite.started({
        backoffMs: () => 10,
        handle: async (event, { attempt }) => {
          outcomes.push(await once(event));
          if (attempt < 3) throw new Error('after the effect');
        },
      });
      await bus.publish([eventOf('once', 1)]);
      await waitFor(() => outcomes.length === 3);
      expect(outcomes).toEqual(['done', 'seen', 'seen']);
      expect(await effects()).toBe(1);
    });

    test('an effect that fails leaves no trace and is tried again', async () => {
      let tries = 0;
      const bus = await suite.started({
        backoffMs: () => 10,
        handle: async (event) => {
          tries += 1;
          await oncePostgres(knex, suite.queue, event, async (trx) => {
            await trx('effect').insert({ event_id: event.id, consumer: suite.queue });
            if (tries === 1) throw new Error('half way');
          });
        },
      });
      await bus.publish([eventOf('half', 1)]);
      await waitFor(() => tries === 2);
      await waitFor(async () => (await effects()) === 1);
    });

    test('a crash between publishing and marking publishes twice and has one effect', async () => {
      const outcomes: string[] = [];
      const bus = await suite.started({ handle: async (event) => void outcomes.push(await once(event)) });
      let crashed = false;
      await knex.transaction((trx) => appendEvents(trx, [eventOf('twice', 1)]));
      const relay = relayTo({
        async publish(events) {
          await bus.publish(events);
          if (!crashed) {
            crashed = true;
            throw new Error('killed before the mark');
          }
        },
      });
      await waitFor(() => outcomes.length === 2);
      expect(outcomes.sort()).toEqual(['done', 'seen']);
      expect(await effects()).toBe(1);
      await waitFor(async () => (await relay.backlog()) === 0);
    });

    test('events committed while the broker is away wait in the outbox and arrive in order later', async () => {
      const got: Handled[] = [];
      await suite.started({ handle: into(got) });
      const producer = await suite.started(undefined, { proxied: true });
      suite.harness.proxy.refuse();
      const relay = relayTo(producer);
      for (let n = 1; n <= 20; n += 1) {
        await knex.transaction((trx) => appendEvents(trx, [eventOf('outbox', n)]));
        relay.nudge();
      }
      await wait(500);
      expect(await relay.backlog()).toBe(20);
      expect(got).toEqual([]);
      suite.harness.proxy.restore();
      await waitFor(() => distinct(got) === 20, { timeoutMs: 20_000 });
      expectOrder(got);
      await waitFor(async () => (await relay.backlog()) === 0);
    }, 60_000);
  });
}
