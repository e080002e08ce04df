import type { DeadLetter } from './bus.ts';
import { CONSUMERS } from '@florin/contracts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBroker, readCommand, runCommand } from './dead-letters.ts';

const letter: DeadLetter = {
  id: 'l1',
  consumer: 'notify.inbox',
  type: 'users.friend-requested.v1',
  aggregateId: 'a1',
  reason: 'Error: nope',
  attempts: 8,
  deadAt: '2026-11-21T00:00:00.000Z',
  body: { id: 'l1' },
};

function fakeBus(letters: DeadLetter[]) {
  const calls: unknown[][] = [];
  const note = (name: string) => (consumer: string, ids: readonly string[] | 'all') => {
    calls.push([name, consumer, ids]);
    return Promise.resolve(letters.length);
  };
  return {
    calls,
    deadLetters: {
      count: (consumer: string) => Promise.resolve(consumer === 'notify.inbox' ? letters.length : 0),
      list: () => Promise.resolve(letters),
      replay: note('replay'),
      discard: note('discard'),
    },
  };
}

test.each([
  [['burn', 'a.b'], 'there is no command burn'],
  [['list'], 'consumer'],
  [['list', 'Not A Name'], 'consumer'],
  [['list', 'a.b', 'x'], 'list takes no ids'],
  [['replay', 'a.b'], 'replay: name the letters'],
  [['discard', 'a.b', 'all'], 'all goes with replay'],
  [['replay', 'a.b', 'all', 'x'], 'all goes with replay'],
])('the command line %j is refused: %s', (args, message) => {
  expect(() => readCommand(args)).toThrow(message);
});

test('list prints a line for each letter, or that there are none', async () => {
  const order = readCommand(['list', 'notify.inbox']);
  expect(await runCommand(fakeBus([letter]), order)).toBe(
    'l1  2026-11-21T00:00:00.000Z  users.friend-requested.v1  a1  attempts=8  Error: nope',
  );
  expect(await runCommand(fakeBus([]), order)).toBe('no dead letters');
});

test('show prints the named letters in full', async () => {
  const printed = await runCommand(
    fakeBus([letter, { ...letter, id: 'l2' }]),
    readCommand(['show', 'notify.inbox', 'l1']),
  );
  expect(JSON.parse(printed)).toEqual([letter]);
});

test('replay takes ids or all, discard takes ids', async () => {
  const bus = fakeBus([letter]);
  expect(await runCommand(bus, readCommand(['replay', 'notify.inbox', 'all']))).toBe('put back 1');
  await runCommand(bus, readCommand(['replay', 'notify.inbox', 'l1', 'l2']));
  expect(await runCommand(bus, readCommand(['discard', 'notify.inbox', 'l1']))).toBe('discarded 1');
  expect(bus.calls).toEqual([
    ['replay', 'notify.inbox', 'all'],
    ['replay', 'notify.inbox', ['l1', 'l2']],
    ['discard', 'notify.inbox', ['l1']],
  ]);
});

test('asked nothing, it says how many letters each consumer has', async () => {
  const lines = (await runCommand(fakeBus([letter, letter]), readCommand([]))).split('\n');
  expect(lines.map((line) => line.split(/ +/)[0])).toEqual([...CONSUMERS]);
  expect(lines).toContain('notify.inbox            2');
  expect(lines).toContain('notify.codes            0');
});

test('without a URL it takes the broker of a running npm start, and says what it looked for when there is none', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'florin-dead-letters-'));
  await expect(findBroker({ FLORIN_DATA: directory })).rejects.toThrow(
    /AMQP_URL and POSTGRES_URL are not set.*admin.json/,
  );
  await writeFile(join(directory, 'admin.json'), JSON.stringify({ BUS_POSTGRES_URL: 'postgres://bus' }));
  expect(await findBroker({ FLORIN_DATA: directory, AMQP_URL: '' })).toMatchObject({
    BUS_POSTGRES_URL: 'postgres://bus',
  });
  expect(await findBroker({ FLORIN_DATA: directory, AMQP_URL: 'amqp://given' })).toMatchObject({
    AMQP_URL: 'amqp://given',
  });
  await rm(directory, { recursive: true });
});
