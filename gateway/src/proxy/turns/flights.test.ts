import type { Call } from '../dispatcher.ts';
import { createTurns } from './index.ts';

/** A service that does one call at a time, and answers when told to. */
function setUp() {
  const sent: Call[][] = [];
  const ends: (() => void)[] = [];
  const send = (calls: readonly Call[]) => {
    sent.push([...calls]);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const inTurn = createTurns(
    'ledger',
    { send: (call) => send([call]), sendTogether: send },
    { timed: (work) => work(), underWay: 1 },
  );
  const ask = (person: string, what: string, reads = true) =>
    inTurn({ person, priority: 'money', path: what, ...(reads ? { sameAs: () => what } : {}) } as Call);
  const endOne = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  const asked = () => sent.map((calls) => calls.map(({ person, path }) => `${person} ${path}`));
  return { ask, endOne, asked };
}

test('the same read of the same person that waits for its turn is sent once, and all who asked are done with it', async () => {
  const { ask, endOne, asked } = setUp();
  const first = ask('ada', '/wallets');
  const together = [ask('ada', '/wallets'), ask('ada', '/wallets'), ask('ada', '/wallets')];
  await endOne();
  await first;
  expect(asked()).toEqual([['ada /wallets'], ['ada /wallets', 'ada /wallets', 'ada /wallets']]);
  await endOne();
  await Promise.all(together);
});

test('a read that is under way is not joined', async () => {
  const { ask, endOne, asked } = setUp();
  void ask('ada', '/other');
  void ask('ada', '/wallets');
  await endOne();
  void ask('ada', '/wallets');
  await endOne();
  expect(asked()).toEqual([['ada /other'], ['ada /wallets'], ['ada /wallets']]);
  await endOne();
});

test('nobody joins what another person asks, or what asks for something else', async () => {
  const { ask, endOne, asked } = setUp();
  void ask('ada', '/other');
  for (const [person, what] of [
    ['ada', '/wallets'],
    ['bob', '/wallets'],
    ['ada', '/budgets'],
  ] as const) {
    void ask(person, what);
  }
  for (let ended = 0; ended < 4; ended += 1) await endOne();
  expect(asked()).toEqual([['ada /other'], ['ada /wallets'], ['bob /wallets'], ['ada /budgets']]);
});

test('a read after a write does not join one from before it', async () => {
  const { ask, endOne, asked } = setUp();
  void ask('bob', '/other');
  void ask('ada', '/wallets');
  void ask('ada', 'POST /wallets', false);
  void ask('ada', '/wallets');
  for (let ended = 0; ended < 4; ended += 1) await endOne();
  expect(asked()).toEqual([['bob /other'], ['ada /wallets'], ['ada POST /wallets'], ['ada /wallets']]);
});
