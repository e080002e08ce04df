import { waitFor } from '@florin/testing';
import { eventOf, FRIEND, into, numberOf, type Handled, type Suite } from './kit.ts';

/** What becomes of an event whose handler fails. */
export function failureTests(suite: Suite): void {
  describe('failure', () => {
    test('a failing handler is tried again after the back-off, and other aggregates do not wait', async () => {
      const got: (Handled & { at: number })[] = [];
      const bus = await suite.started({
        backoffMs: (attempt) => attempt * 150,
        handle: (event, { attempt }) => {
          const n = numberOf(event);
          got.push({ aggregateId: event.aggregateId, n, attempt, at: performance.now() });
          const fails = event.aggregateId === 'slow' && n === 1 && attempt < 3;
          return fails ? Promise.reject(new Error('not yet')) : Promise.resolve();
        },
      });
      await bus.publish([eventOf('slow', 1), eventOf('slow', 2), eventOf('quick', 1), eventOf('quick', 2)]);
      await waitFor(() => got.length === 6);
      const slow = got.filter(({ aggregateId }) => aggregateId === 'slow');
      expect(slow.map(({ n, attempt }) => [n, attempt])).toEqual([
        [1, 1],
        [1, 2],
        [1, 3],
        [2, 1],
      ]);
      expect(slow[1]!.at - slow[0]!.at).toBeGreaterThanOrEqual(149);
      expect(slow[2]!.at - slow[1]!.at).toBeGreaterThanOrEqual(299);
      const quick = got.filter(({ aggregateId }) => aggregateId === 'quick');
      expect(quick.at(-1)!.at).toBeLessThan(slow[1]!.at);
      expect(bus.stats().retried).toBe(2);
    });

    test('an event that keeps failing goes to the dead letters, its lane goes on, and it can be replayed', async () => {
      const got: Handled[] = [];
      let broken = true;
      const bus = await suite.started({
        maxAttempts: 3,
        backoffMs: () => 20,
        handle: async (event, context) => {
          if (broken && numberOf(event) === 1) throw new Error(`no room for attempt ${String(context.attempt)}`);
          await into(got)(event, context);
        },
      });
      const poison = eventOf('lane', 1);
      await bus.publish([poison, eventOf('lane', 2), eventOf('lane', 3)]);
      await waitFor(() => got.length === 2);
      expect(got.map(({ n }) => n)).toEqual([2, 3]);
      const [letter, ...more] = await bus.deadLetters.list(suite.queue);
      expect(more).toEqual([]);
      expect(letter).toMatchObject({
        id: poison.id,
        consumer: suite.queue,
        type: FRIEND,
        aggregateId: 'lane',
        attempts: 3,
        reason: 'Error: no room for attempt 3',
        body: poison,
      });
      expect(Math.abs(Date.parse(letter!.deadAt) - Date.now())).toBeLessThan(60_000);
      broken = false;
      expect(await bus.deadLetters.replay(suite.queue, ['no such letter'])).toBe(0);
      expect(await bus.deadLetters.replay(suite.queue, [poison.id])).toBe(1);
      await waitFor(() => got.length === 3);
      expect(got[2]).toEqual({ aggregateId: 'lane', n: 1, attempt: 1 });
      expect(await bus.deadLetters.list(suite.queue)).toEqual([]);
    });

    test('dead letters are listed oldest first, page by page, and discarded one by one', async () => {
      const bus = await suite.started({ maxAttempts: 1, handle: () => Promise.reject(new Error('never')) });
      const events = [1, 2, 3].map((n) => eventOf('letters', n));
      await bus.publish(events);
      await waitFor(async () => (await bus.deadLetters.list(suite.queue)).length === 3);
      expect(await bus.deadLetters.count(suite.queue)).toBe(3);
      expect(await bus.deadLetters.count('nobody.there')).toBe(0);
      const ids = events.map(({ id }) => id);
      expect((await bus.deadLetters.list(suite.queue, { limit: 2 })).map(({ id }) => id)).toEqual(ids.slice(0, 2));
      expect((await bus.deadLetters.list(suite.queue)).map(({ id }) => id)).toEqual(ids);
      expect(await bus.deadLetters.discard(suite.queue, [ids[1]!])).toBe(1);
      expect((await bus.deadLetters.list(suite.queue)).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
      await expect(bus.deadLetters.list(suite.queue, { limit: 0 })).rejects.toThrow(/limit/);
      expect(await bus.deadLetters.list('no.such.consumer')).toEqual([]);
    });

    test('a message that is no event goes to the dead letters unhandled, and the queue goes on', async () => {
      const got: Handled[] = [];
      const bus = await suite.started({ handle: into(got) });
      await suite.harness.putUnreadable(suite.queue, { hello: 'world' });
      await bus.publish([eventOf('readable', 1)]);
      await waitFor(async () => got.length === 1 && (await bus.deadLetters.list(suite.queue)).length === 1);
      const [letter] = await bus.deadLetters.list(suite.queue);
      expect(letter).toMatchObject({ type: null, attempts: 0, body: { hello: 'world' } });
      expect(letter!.reason).toMatch(/^unreadable: /);
      expect(await bus.deadLetters.discard(suite.queue, [letter!.id])).toBe(1);
    });
  });
}
