import { createTurns } from './turns.ts';

const refuse = () => new Error('full');

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('no more than the allowed number run at once, and all are done in the end', async () => {
  const inTurn = createTurns({ concurrency: 2, queue: 10, refuse });
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  await Promise.all(Array.from({ length: 10 }, () => inTurn(work)));
  expect(most).toBe(2);
});

test('a full queue refuses at once and takes work again afterwards', async () => {
  const inTurn = createTurns({ concurrency: 1, queue: 1, refuse });
  const { open, opened } = gate();
  const first = inTurn(() => opened);
  const second = inTurn(() => Promise.resolve('second'));
  await expect(inTurn(() => Promise.resolve())).rejects.toThrow('full');
  open();
  await first;
  expect(await second).toBe('second');
  expect(await inTurn(() => Promise.resolve('third'))).toBe('third');
});

test('work that throws gives its turn on', async () => {
  const inTurn = createTurns({ concurrency: 1, queue: 0, refuse });
  await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inTurn(() => Promise.resolve('yes'))).toBe('yes');
});
