import { EventEmitter } from 'node:events';
import { FlorinError } from '@florin/errors';
import { TEST_SECRET, createTestClock } from '@florin/testing';
import type { ServerResponse } from 'node:http';
import { createDoubleTap } from './double-tap.ts';

function setUp(options: { windowMs?: number; off?: string[] } = {}) {
  const clock = createTestClock('2026-11-21T09:00:01.900Z');
  const taps = createDoubleTap({ windowMs: 2_000, off: [], clock: clock.now, secret: TEST_SECRET, ...options });
  const keys: string[] = [];
  interface Send {
    parts?: string[];
    work?: () => Promise<string>;
    /** whether the client reads the reply */
    reads?: boolean;
    tap?: boolean;
  }
  const send = async ({ parts = ['ada', 'bob', '10.00', 'lunch'], work, reads = true, tap = true }: Send = {}) => {
    const res = new EventEmitter();
    try {
      const sent = await taps.run({ response: res as ServerResponse, dialect: 'spotme', parts, tap }, (key) => {
        keys.push(key);
        return work?.() ?? Promise.resolve('posted');
      });
      return sent;
    } finally {
      if (reads) res.emit('finish');
      res.emit('close');
      await new Promise(setImmediate);
    }
  };
  return { clock, taps, keys, send };
}
const posted = { result: 'posted', replayed: false };
const lost = () => Promise.reject(new FlorinError('DEADLINE_EXCEEDED', 'no answer'));
const refused = () => Promise.reject(new FlorinError('INSUFFICIENT_FUNDS', 'too little'));

test('the same send twice at once runs once, both get its result and the second is told', async () => {
  const { keys, send } = setUp();
  expect(await Promise.all([send(), send()])).toEqual([posted, { ...posted, replayed: true }]);
  expect(keys).toHaveLength(1);
});

test('within 2 s of the reply it gets the first result, after that it is a send of its own with another key', async () => {
  const { clock, keys, send } = setUp();
  await send();
  clock.advance(1_999);
  expect((await send()).replayed).toBe(true);
  expect(keys).toHaveLength(1);
  clock.advance(1);
  expect((await send()).replayed).toBe(false);
  expect(new Set(keys).size).toBe(2);
});

test('a send that differs in anything is another send', async () => {
  const { keys, send } = setUp();
  await send();
  await send({ parts: ['ada', 'bob', '10.00', 'lunch!'] });
  await send({ parts: ['ada', 'bob', '10.0', '0lunch'] });
  expect(new Set(keys).size).toBe(3);
});

test.each([true, false])(
  'whose outcome is unknown, it runs again under the same key minutes later (tap %p)',
  async (tap) => {
    const { clock, keys, send } = setUp();
    await expect(send({ work: lost, tap })).rejects.toThrow('no answer');
    clock.advance(6_000);
    await expect(send({ work: lost, tap })).rejects.toThrow('no answer');
    clock.advance(300_000);
    expect(await send({ tap })).toEqual(posted);
    expect(new Set(keys).size).toBe(1);
  },
);

test.each([true, false])(
  'whose reply nobody read, it answers the repeat with the first result (tap %p)',
  async (tap) => {
    const { clock, keys, send } = setUp();
    await send({ reads: false, tap });
    clock.advance(6_000);
    expect(await send({ tap })).toEqual({ ...posted, replayed: true });
    expect(keys).toHaveLength(1);
  },
);

test('a refusal that was read ends it: the next one has a key of its own', async () => {
  const { clock, keys, send } = setUp();
  await expect(send({ work: refused })).rejects.toThrow('too little');
  clock.advance(2_000);
  await send();
  expect(new Set(keys).size).toBe(2);
});

test('the key of an unanswered write is kept for ten minutes, not longer', async () => {
  const { clock, keys, send } = setUp();
  await expect(send({ work: lost })).rejects.toThrow('no answer');
  clock.advance(600_000);
  await send();
  expect(new Set(keys).size).toBe(2);
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
  const first = send({ work: () => new Promise((resolve) => (finish = resolve)) });
  await new Promise(setImmediate);
  clock.advance(5_000);
  const second = send();
  finish('posted late');
  expect((await Promise.all([first, second])).map(({ result }) => result)).toEqual(['posted late', 'posted late']);
  expect(keys).toHaveLength(1);
});

test('without the window, for all, one dialect or one write, every answered send is its own', async () => {
  for (const options of [{ windowMs: 0 }, { off: ['spotme'] }]) {
    const { keys, send } = setUp(options);
    await Promise.all([send(), send()]);
    await send();
    expect(new Set(keys).size).toBe(3);
  }
  const { keys, send } = setUp();
  await Promise.all([send({ tap: false }), send({ tap: false })]);
  expect(new Set(keys).size).toBe(2);
});
