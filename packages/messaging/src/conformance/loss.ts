import { waitFor } from '@florin/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { distinct, eventOf, expectOrder, into, numberOf, type Handled, type Suite } from './kit.ts';

/** What crashes, cuts and competing processes may not break. */
export function lossTests(suite: Suite): void {
  describe('order', () => {
    test('events of one aggregate are handled in the order they were published, also when some fail', async () => {
      const got: Handled[] = [];
      const bus = await suite.started({
        backoffMs: () => 30,
        handle: async (event, context) => {
          await wait(Math.random() * 5);
          if (numberOf(event) % 7 === 0 && context.attempt < 3) throw new Error('again');
          await into(got)(event, context);
        },
      });
      const keys = ['a', 'b', 'c', 'd', 'e'];
      for (let n = 1; n <= 40; n += 10)
        await bus.publish(
          Array.from({ length: 10 }, (_, i) => n + i).flatMap((k) => keys.map((key) => eventOf(key, k))),
        );
      await waitFor(() => got.length === 200, { timeoutMs: 20_000 });
      expectOrder(got);
    });

    test('two processes of one consumer keep the order, also when the working one is killed', async () => {
      const got: Handled[] = [];
      const both = [await suite.child({ delayMs: 4, into: got }), await suite.child({ delayMs: 4, into: got })];
      const producer = await suite.started();
      const keys = ['a', 'b', 'c'];
      await producer.publish(
        Array.from({ length: 100 }, (_, i) => i + 1).flatMap((n) => keys.map((key) => eventOf(key, n))),
      );
      await waitFor(() => got.length > 30, { timeoutMs: 20_000 });
      await both[0]!.kill();
      await waitFor(() => distinct(got) === 300, { timeoutMs: 25_000 });
      expectOrder(got);
      await producer.publish(keys.map((key) => eventOf(key, 101)));
      await waitFor(() => distinct(got) === 303);
    }, 60_000);
  });

  describe('crash and loss', () => {
    test('an event whose process was killed in the handler is delivered again', async () => {
      const dying = await suite.child({ hang: true });
      const producer = await suite.started();
      await producer.publish([eventOf('crash', 1), eventOf('crash', 2)]);
      await waitFor(() => dying.hanging);
      await dying.kill();
      const got: Handled[] = [];
      await suite.started({ handle: into(got) });
      await waitFor(() => got.length === 2);
      expect(got).toEqual([
        { aggregateId: 'crash', n: 1, attempt: 2 },
        { aggregateId: 'crash', n: 2, attempt: expect.any(Number) },
      ]);
    });

    test('stop waits for the handler under way and leaves the rest for the next process', async () => {
      const got: Handled[] = [];
      let begun = 0;
      const bus = await suite.started({
        handle: async (event, context) => {
          begun += 1;
          await wait(300);
          await into(got)(event, context);
        },
      });
      await bus.publish([1, 2, 3].map((n) => eventOf('stopping', n)));
      await waitFor(() => begun === 1);
      await bus.stop();
      expect(got.map(({ n }) => n)).toEqual([1]);
      expect(bus.healthy()).toBe(false);
      await suite.started({ handle: into(got) });
      await waitFor(() => got.length === 3);
      expect(got.map(({ n }) => n)).toEqual([1, 2, 3]);
    });

    test('a cut connection loses nothing and keeps the order', async () => {
      const got: Handled[] = [];
      const bus = await suite.started(
        {
          handle: async (event, context) => {
            await wait(2);
            await into(got)(event, context);
          },
        },
        { proxied: true },
      );
      for (let n = 1; n <= 200; n += 1) {
        if (n % 60 === 0) suite.harness.proxy.cut();
        const event = eventOf('cut', n);
        await waitFor(() => bus.publish([event]).then(() => true), { what: 'the event is taken' });
      }
      await waitFor(() => distinct(got) === 200, { timeoutMs: 20_000 });
      expectOrder(got);
      await waitFor(() => bus.healthy());
    }, 60_000);

    test('publishing fails within its time while the broker is away or silent, and works again after', async () => {
      const bus = await suite.started({}, { proxied: true });
      suite.harness.proxy.refuse();
      await expect(bus.publish([eventOf('away', 1)])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await waitFor(() => !bus.healthy());
      suite.harness.proxy.restore();
      await waitFor(() => bus.publish([eventOf('away', 1)]).then(() => true));
      suite.harness.proxy.freeze();
      const before = performance.now();
      await expect(bus.publish([eventOf('away', 2)])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      expect(performance.now() - before).toBeLessThan(16_000);
      suite.harness.proxy.restore();
      await waitFor(() => bus.publish([eventOf('away', 2)]).then(() => true), { timeoutMs: 20_000 });
      await waitFor(() => bus.healthy(), { timeoutMs: 20_000 });
    }, 60_000);
  });
}
