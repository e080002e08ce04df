import type { Consumer } from '../bus.ts';
import { eventOf, silent } from '../conformance/kit.ts';
import { createBus } from '../create-bus.ts';
import { backoffOf, handleOnce, reasonOf } from './handling.ts';
import { checkConsumer, checkNamespace } from '../names.ts';

const consumer: Consumer = {
  name: 'test.inbox',
  types: ['users.friend-requested.v1'],
  handle: () => Promise.resolve(),
};

test('the default back-off doubles from 200 ms up to a minute, less at most a quarter', () => {
  for (const [attempt, full] of [
    [1, 200],
    [2, 400],
    [8, 25_600],
    [10, 60_000],
    [5000, 60_000],
  ] as const) {
    const ms = backoffOf(consumer, attempt);
    expect(ms).toBeLessThanOrEqual(full);
    expect(ms).toBeGreaterThanOrEqual(full * 0.75);
  }
});

test('a back-off that is no positive number counts as none', () => {
  expect(backoffOf({ ...consumer, backoffMs: () => Number.NaN }, 1)).toBe(0);
  expect(backoffOf({ ...consumer, backoffMs: () => -5 }, 1)).toBe(0);
  expect(backoffOf({ ...consumer, backoffMs: () => 12.4 }, 1)).toBe(12);
});

test('losing the claim aborts the signal of the handler', async () => {
  const claim = new AbortController();
  const reasons: unknown[] = [];
  const handled = handleOnce(
    {
      ...consumer,
      handle: (_event, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            reasons.push(signal.reason);
            resolve();
          });
        }),
    },
    eventOf('a', 1),
    { attempt: 1, signal: claim.signal },
  );
  const lost = new Error('lost');
  claim.abort(lost);
  await handled;
  expect(reasons).toEqual([lost]);
});

test('a reason is cut to 500 characters', () => {
  expect(reasonOf(new TypeError('x'))).toBe('TypeError: x');
  expect(reasonOf('plain')).toBe('plain');
  expect(reasonOf(new Error('y'.repeat(1000)))).toHaveLength(500);
});

test.each([
  [{ name: 'Has Space' }, /name must match/],
  [{ name: 'a.dead' }, /must not end in .dead/],
  [{ types: [] }, /types must not be empty/],
  [{ types: ['no.such-event.v1'] }, /has no event no.such-event.v1/],
  [{ maxAttempts: 0 }, /maxAttempts/],
])('a consumer with %j is refused', (fault, message) => {
  expect(() => checkConsumer({ ...consumer, ...fault } as Consumer)).toThrow(message);
});

test('a namespace that no broker could hold is refused', () => {
  expect(() => checkNamespace('Florin-1')).toThrow(/namespace/);
  expect(checkNamespace('florin')).toBe('florin');
});

test('a bus needs one URL, takes each consumer once, and none after its start', () => {
  expect(() => createBus({ service: 'x', logger: silent })).toThrow(/amqpUrl or postgresUrl/);
  for (const urls of [{ amqpUrl: 'amqp://127.0.0.1:1' }, { postgresUrl: 'postgres://127.0.0.1:1/x' }]) {
    const bus = createBus({ ...urls, service: 'x', logger: silent });
    bus.subscribe(consumer);
    expect(() => {
      bus.subscribe(consumer);
    }).toThrow(/subscribed already/);
    expect(bus.healthy()).toBe(false);
  }
});

test.each([{ amqpUrl: 'amqp://u:secret@127.0.0.1:1' }, { postgresUrl: 'postgres://u:secret@127.0.0.1:1/x' }])(
  'start fails when nothing answers, without showing the password',
  async (urls) => {
    const bus = createBus({ ...urls, service: 'x', logger: silent });
    const error = await bus.start().then(
      () => null,
      (fault: unknown) => fault,
    );
    expect(reasonOf(error)).toMatch(/ECONNREFUSED/);
    expect(reasonOf(error)).not.toMatch(/secret/);
  },
);
