import { createAdmission, type Priority } from './admission.ts';

function setUp(options: { underWay?: number; waiting?: number; waitMs?: number } = {}) {
  const admission = createAdmission({ name: 'ledger', underWay: 1, waiting: 2, waitMs: 5_000, ...options });
  const began: string[] = [];
  const refused: string[] = [];
  const ends: (() => void)[] = [];
  const call = (name: string, priority: Priority) =>
    admission
      .run(priority, () => {
        began.push(name);
        return new Promise<void>((resolve) => ends.push(resolve));
      })
      .catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1, meta: { outcome: 'none' } });
        refused.push(name);
      });
  const endOne = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { admission, began, refused, call, endOne };
}

test('who waits goes by priority, then in order', async () => {
  const { admission, began, call, endOne } = setUp({ waiting: 5 });
  expect(admission.isFree()).toBe(true);
  void call('first', 'spare');
  expect(admission.isFree()).toBe(false);
  for (const [name, priority] of [
    ['feed', 'spare'],
    ['wallets', 'normal'],
    ['budgets', 'normal'],
    ['transfer', 'money'],
  ] as const) {
    void call(name, priority);
  }
  for (let ended = 0; ended < 5; ended += 1) await endOne();
  expect(began).toEqual(['first', 'transfer', 'wallets', 'budgets', 'feed']);
  expect(admission.isFree()).toBe(true);
});

test('with no room to wait money takes the place of the newest of the least, and the least itself is refused', async () => {
  const { began, refused, call, endOne } = setUp();
  void call('first', 'normal');
  void call('feed 1', 'spare');
  void call('feed 2', 'spare');
  void call('transfer 1', 'money');
  await new Promise(setImmediate);
  expect(refused).toEqual(['feed 2']);
  void call('transfer 2', 'money');
  void call('transfer 3', 'money');
  void call('feed 3', 'spare');
  await new Promise(setImmediate);
  expect(refused.toSorted()).toEqual(['feed 1', 'feed 2', 'feed 3', 'transfer 3']);
  for (let ended = 0; ended < 3; ended += 1) await endOne();
  expect(began).toEqual(['first', 'transfer 1', 'transfer 2']);
});

test('nobody waits longer than the limit, and who gave up takes no place', async () => {
  const { began, refused, call, endOne } = setUp({ waitMs: 30 });
  const first = call('first', 'normal');
  await call('late', 'money');
  expect(refused).toEqual(['late']);
  await endOne();
  await first;
  void call('next', 'spare');
  expect(began).toEqual(['first', 'next']);
  await endOne();
});
