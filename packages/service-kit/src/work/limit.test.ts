import { createLimit } from './limit.ts';

/** Work that ends when it is told to, and counts how many run at once. */
function createGate() {
  const open: (() => void)[] = [];
  let running = 0;
  let highest = 0;
  return {
    work: async (): Promise<void> => {
      running += 1;
      highest = Math.max(highest, running);
      await new Promise<void>((resolve) => open.push(resolve));
      running -= 1;
    },
    release: () => open.shift()?.(),
    waiting: () => open.length,
    highest: () => highest,
  };
}

const turnOfEventLoop = () => new Promise((resolve) => setImmediate(resolve));

describe('createLimit', () => {
  test('runs at most the maximum at once and the others in order', async () => {
    const limit = createLimit(2);
    const gate = createGate();
    const ended: number[] = [];
    const all = [1, 2, 3, 4].map((n) => limit.run(gate.work).then(() => ended.push(n)));
    await turnOfEventLoop();
    expect(gate.waiting()).toBe(2);
    for (let i = 0; i < 4; i += 1) {
      gate.release();
      await turnOfEventLoop();
    }
    await Promise.all(all);
    expect(gate.highest()).toBe(2);
    expect(ended).toEqual([1, 2, 3, 4]);
  });

  test('refuses work that finds the queue full', async () => {
    const limit = createLimit(1, { queue: 1, refuse: () => new Error('busy') });
    const gate = createGate();
    const first = limit.run(gate.work);
    const second = limit.run(gate.work);
    await expect(limit.run(gate.work)).rejects.toThrow('busy');
    gate.release();
    await first;
    await turnOfEventLoop();
    gate.release();
    await second;
  });

  test('failed work gives its place back, and idle resolves when all has ended', async () => {
    const limit = createLimit(1);
    await expect(limit.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const gate = createGate();
    const work = limit.run(gate.work);
    let idle = false;
    const waited = limit.idle().then(() => (idle = true));
    await turnOfEventLoop();
    expect(idle).toBe(false);
    gate.release();
    await work;
    await waited;
    await limit.idle();
  });
});
