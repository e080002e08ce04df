import { waitFor } from '@florin/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { eventOf, FRIEND, into, TYPES, type Handled, type Suite } from './kit.ts';
import { currentTrace } from '../events/trace.ts';

/** Who gets which event. */
export function deliveryTests(suite: Suite): void {
  describe('delivery', () => {
    test('every consumer of a type gets each event once, others get none', async () => {
      const got: Record<string, string[]> = { one: [], two: [], other: [] };
      const bus = await suite.buses.started((made) => {
        for (const [key, list] of Object.entries(got))
          made.subscribe({
            name: `${suite.queue}.${key}`,
            types: key === 'other' ? ['users.friend-accepted.v1'] : TYPES,
            handle: (event) => Promise.resolve(void list.push(event.id)),
          });
      });
      const events = [1, 2, 3].map((n) => eventOf(`fan-${String(n)}`, n));
      await bus.publish(events);
      await waitFor(() => got['one']?.length === 3 && got['two']?.length === 3);
      await wait(100);
      const ids = events.map(({ id }) => id).sort();
      expect(got['one']?.sort()).toEqual(ids);
      expect(got['two']?.sort()).toEqual(ids);
      expect(got['other']).toEqual([]);
      expect(bus.stats()).toEqual({ published: 3, delivered: 6, retried: 0, deadLettered: 0, duplicates: 0 });
      expect(bus.healthy()).toBe(true);
    });

    test('the handler gets the event as it was published, and where it came from', async () => {
      const got: unknown[] = [];
      const bus = await suite.started({
        handle: (event, context) => Promise.resolve(void got.push(event, context, currentTrace())),
      });
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      const event = eventOf('traced', 1, { traceparent });
      await bus.publish([event]);
      await waitFor(() => got.length === 3);
      expect(got[0]).toEqual(event);
      expect(got[1]).toMatchObject({ attempt: 1 });
      expect(got[2]).toEqual({
        correlationId: event.correlationId,
        causationId: event.id,
        traceparent: expect.stringMatching(
          /^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01$/,
        ) as string,
      });
    });

    test('an event published while no process of the consumer runs is handled when one starts', async () => {
      const first = await suite.started({});
      await first.stop();
      const producer = await suite.started();
      await producer.publish([1, 2, 3].map((n) => eventOf('later', n)));
      const got: Handled[] = [];
      await suite.started({ handle: into(got) });
      await waitFor(() => got.length === 3);
      expect(got.map(({ n }) => n)).toEqual([1, 2, 3]);
    });

    test('publishing nothing, and events nobody asks for, succeeds', async () => {
      const bus = await suite.started();
      await bus.publish([]);
      await bus.publish([eventOf('unheard', 1)]);
      expect(bus.stats().published).toBe(1);
    });

    test('a type the consumer no longer asks for does not reach it', async () => {
      const before = await suite.started({ types: [FRIEND, 'users.friend-accepted.v1'] });
      await before.stop();
      const got: Handled[] = [];
      const bus = await suite.started({ types: ['users.friend-accepted.v1'], handle: into(got) });
      await bus.publish([eventOf('unwanted', 1)]);
      await wait(300);
      expect(got).toEqual([]);
      expect(await bus.deadLetters.list(suite.queue)).toEqual([]);
    });
  });

  describe('broadcast', () => {
    test('every process gets every event published from its start on, also over a cut connection', async () => {
      const early: Handled[] = [];
      const late: Handled[] = [];
      const one = await suite.started({ broadcast: true, handle: into(early) }, { proxied: true });
      await one.publish([eventOf('broadcast', 1)]);
      await waitFor(() => early.length === 1);
      await suite.started({ broadcast: true, handle: into(late) });
      suite.harness.proxy.cut();
      const producer = await suite.started();
      await producer.publish([eventOf('broadcast', 2)]);
      await waitFor(() => early.length === 2 && late.length === 1, { timeoutMs: 15_000 });
      expect(early.map(({ n }) => n)).toEqual([1, 2]);
      expect(late.map(({ n }) => n)).toEqual([2]);
    });

    test('a failing handler is tried again, and its event then dropped without a dead letter', async () => {
      let tries = 0;
      const bus = await suite.started({
        broadcast: true,
        maxAttempts: 3,
        backoffMs: () => 10,
        handle: () => Promise.reject(new Error(`try ${String((tries += 1))}`)),
      });
      await bus.publish([eventOf('dropped', 1)]);
      await waitFor(() => bus.stats().deadLettered === 1);
      expect(tries).toBe(3);
      expect(await bus.deadLetters.list(suite.queue)).toEqual([]);
    });
  });
}
