import { createTestClock } from '@florin/testing';
import { createDoubleTap } from './double-tap.ts';

function setUp(options: { windowMs?: number; off?: string[] } = {}) {
  const clock = createTestClock('2026-11-21T09:00:01.900Z');
  const taps = createDoubleTap({ windowMs: 2_000, off: [], clock: clock.now, ...options });
  const keys: string[] = [];
  const send = (parts: string[] = ['ada', 'bob', '10.00', 'lunch'], work = () => Promise.resolve('posted')) =>
    taps.run('spotme', parts, (key) => {
      keys.push(key);
      return work();
    });
  return { clock, taps, keys, send };
}

test('the same send twice at once runs once and both get its result', async () => {
  const { keys, send } = setUp();
  let posted = 0;
  const work = () => Promise.resolve(`posted ${(posted += 1)}`);
  expect(await Promise.all([send(undefined, work), send(undefined, work)])).toEqual(['posted 1', 'posted 1']);
  expect(keys).toHaveLength(1);
});

test('within 2 s it gets the first result, after that it is a send of its own with another key', async () => {
  const { clock, keys, send } = setUp();
  await send();
  clock.advance(1_999);
  await send();
  expect(keys).toHaveLength(1);
  clock.advance(1);
  await send();
  expect(new Set(keys).size).toBe(2);
});

test('a send that differs in anything is another send', async () => {
  const { keys, send } = setUp();
  await send();
  await send(['ada', 'bob', '10.00', 'lunch!']);
  await send(['ada', 'bob', '10.0', '0lunch']);
  expect(new Set(keys).size).toBe(3);
});

test('a failed one runs again under the same key, so that nothing is posted twice', async () => {
  const { keys, send } = setUp();
  await expect(send(undefined, () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
  expect(await send()).toBe('posted');
  expect(keys).toEqual([keys[0], keys[0]]);
});

test('two gateways give the same key within a bucket of the window', async () => {
  const [one, other] = [setUp(), setUp()];
  await one.send();
  await other.send();
  expect(one.keys).toEqual(other.keys);
});

test('one still running is joined even after the window', async () => {
  const { clock, keys, send } = setUp();
  let finish: (value: string) => void = () => undefined;
  const first = send(undefined, () => new Promise((resolve) => (finish = resolve)));
  await Promise.resolve();
  await Promise.resolve();
  clock.advance(5_000);
  const second = send();
  finish('posted late');
  expect(await Promise.all([first, second])).toEqual(['posted late', 'posted late']);
  expect(keys).toHaveLength(1);
});

test('turned off, for all or one dialect, every send is its own', async () => {
  for (const options of [{ windowMs: 0 }, { off: ['spotme'] }]) {
    const { keys, send } = setUp(options);
    await Promise.all([send(), send()]);
    expect(new Set(keys).size).toBe(2);
  }
});
