/**
 * `npm run bench:api [-- --seconds=4] [--people=16]`: requests a second of the hot routes through the gateway, and what each process
 * spends on one, so that the most expensive is known. The gateway and the five services run alone; each person has one
 * request under way. Ends by itself; exits with 1 when a route but sign-in takes more than 3 ms of processor over all.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createHttpClient } from '@florin/testing';
import { join, type Person } from '../tests/e2e/people.ts';
import type { Florin } from '../tests/e2e/florin.ts';
import { startProcesses, type Processes } from './api/processes.ts';
import { openConnections, plain, postOf, type Connections } from './measure/connections.ts';

const MOST_MICROS = 3_000;
/** the just-in-time compiler needs as long */
const WARM_SECONDS = 3;
const { values: given } = parseArgs({
  options: { seconds: { type: 'string', default: '4' }, people: { type: 'string', default: '16' } },
});

interface Payer extends Person {
  walletId: string;
  categoryId: string;
  /** whom the person pays and asks, by turns */
  others: string[];
}

/** What one turn of a person does; answers the requests it sent, 0 when the person may send no more. */
type Turn = (connections: Connections, person: Payer, turn: number) => Promise<number>;

interface Line {
  name: string;
  turn: Turn;
  /** sign-in's price is its safety */
  unlimited?: boolean;
}

async function sent(connections: Connections, request: string): Promise<string> {
  const { status, text } = await connections.send(request);
  if (status >= 300) throw new Error(`${request.split('\r\n')[0] ?? ''}: ${status} ${text}`);
  return text;
}

const signed = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });
const keyed = (person: Person) => ({ ...signed(person), 'Idempotency-Key': randomUUID() });

const read =
  (path: string): Turn =>
  async (connections, person) => {
    await sent(connections, plain('GET', path, signed(person)));
    return 1;
  };

const create =
  (path: string, bodyOf: (person: Payer, turn: number) => object): Turn =>
  async (connections, person, turn) => {
    await sent(connections, postOf(path, keyed(person), bodyOf(person, turn)));
    return 1;
  };

const refresh: Turn = async (connections, person) => {
  const text = await sent(connections, postOf('/v1/auth/refresh', {}, { refreshToken: person.refreshToken }));
  const { accessToken, refreshToken } = JSON.parse(text) as { accessToken: string; refreshToken: string };
  Object.assign(person, { token: accessToken, refreshToken });
  return 1;
};

/** a person may ask another one 100 times a day, warm-up included */
const MOST_ASKED = 45;

/** Each person asks the next one only: two who ask each other are friends. */
const ask: Turn = async (connections, person, turn) => {
  if (turn >= MOST_ASKED) return 0;
  const body = { userId: person.others[0] };
  const { id } = JSON.parse(await sent(connections, postOf('/v1/friend-requests', keyed(person), body))) as {
    id: string;
  };
  await sent(connections, plain('DELETE', `/v1/friend-requests/${id}`, signed(person)));
  return 2;
};

const otherOf = ({ others }: Payer, turn: number) => others[turn % others.length] ?? '';
const LINES: readonly Line[] = [
  {
    name: 'auth: sign-in',
    unlimited: true,
    turn: async (connections, { email, password }) => {
      await sent(connections, postOf('/v1/auth/login', {}, { identifier: email, password }));
      return 1;
    },
  },
  { name: 'auth: refresh', turn: refresh },
  { name: 'users: read oneself', turn: read('/v1/users/me') },
  { name: 'users: friends', turn: read('/v1/friends') },
  { name: 'users: friend request, and taking it back', turn: ask },
  {
    name: 'ledger: send money',
    turn: create('/v1/transfers', (person, turn) => ({
      to: { userId: otherOf(person, turn) },
      amount: 1,
      currency: 'USD',
    })),
  },
  { name: 'ledger: transfers', turn: read('/v1/transfers') },
  { name: 'ledger: accounts', turn: read('/v1/accounts') },
  {
    name: 'finance: create a transaction',
    turn: create('/v1/transactions', ({ walletId, categoryId }) => ({
      walletId,
      categoryId,
      amount: 1,
      description: 'bench',
    })),
  },
  { name: 'finance: transactions', turn: read('/v1/transactions') },
  { name: 'finance: wallets', turn: read('/v1/wallets') },
  { name: 'notify: inbox', turn: read('/v1/notifications') },
];

async function createPeople(florin: Florin, count: number): Promise<Payer[]> {
  const people: Person[] = [];
  for (let at = 0; at < count; at += 1) people.push(await join(florin, `Ada Fern`));
  return Promise.all(
    people.map(async (person, index) => {
      const open = async (path: string, body: object) => {
        const reply = await person.post(path, body, { idempotencyKey: randomUUID() });
        if (reply.status >= 300) throw new Error(`${path}: ${reply.text}`);
        return (reply.body as { id: string }).id;
      };
      await open('/v1/deposits', { amount: 1_000_000, currency: 'USD' });
      const walletId = await open('/v1/wallets', { name: 'Bench', type: 'cash', currency: 'USD' });
      const categoryId = await open('/v1/categories', { name: 'Bench', type: 'expense', icon: 'star' });
      return {
        ...person,
        walletId,
        categoryId,
        others: [...people.slice(index + 1), ...people.slice(0, index)].map(({ id }) => id),
      };
    }),
  );
}

async function runFor(
  connections: Connections,
  people: readonly Payer[],
  { turn }: Line,
  seconds: number,
): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  let requests = 0;
  await Promise.all(
    people.map(async (person) => {
      for (let at = 0; performance.now() < until; at += 1) {
        const done = await turn(connections, person, at);
        if (done === 0) break;
        requests += done;
      }
    }),
  );
  return requests;
}

interface Measured {
  name: string;
  perSecond: number;
  /** microseconds a request, by process */
  micros: Map<string, number>;
  sum: number;
  met: boolean | null;
}

async function measure(
  connections: Connections,
  people: readonly Payer[],
  line: Line,
  cpu: Processes['cpu'],
): Promise<Measured> {
  const seconds = Number(given.seconds);
  await runFor(connections, people, line, WARM_SECONDS);
  const readAll = () => Object.entries(cpu).map(([name, used]) => [name, used()] as const);
  const before = new Map(readAll());
  const began = performance.now();
  const requests = await runFor(connections, people, line, seconds);
  const took = (performance.now() - began) / 1_000;
  const micros = new Map(readAll().map(([name, used]) => [name, (used - (before.get(name) ?? 0)) / requests]));
  const sum = [...micros.values()].reduce((all, one) => all + one, 0);
  return { name: line.name, perSecond: requests / took, micros, sum, met: line.unlimited ? null : sum <= MOST_MICROS };
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const processes = await startProcesses();
try {
  const people = await createPeople(
    { url: processes.url, http: createHttpClient(processes.url) } as Florin,
    Number(given.people),
  );
  const connections = openConnections(Number(new URL(processes.url).port), people.length);
  const names = Object.keys(processes.cpu);
  console.log(row(['route', 'requests/s', ...names.map((name) => `${name} us`), 'all us', `at most ${MOST_MICROS}`]));
  console.log(row(Array<string>(names.length + 4).fill('---')));
  const measured: Measured[] = [];
  for (const line of LINES) {
    const one = await measure(connections, people, line, processes.cpu);
    measured.push(one);
    const cells = names.map((name) => (one.micros.get(name) ?? 0).toFixed(0));
    const verdict = one.met === null ? '' : one.met ? 'met' : 'MISSED';
    console.log(row([one.name, one.perSecond.toFixed(0), ...cells, one.sum.toFixed(0), verdict]));
  }
  connections.close();
  if (measured.some(({ met }) => met === false)) process.exitCode = 1;
} finally {
  await processes.stop();
}
