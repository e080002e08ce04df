import { randomUUID } from 'node:crypto';
import { openConnections, postOf, type Connections } from '../measure/connections.ts';
import { BULK, type Edge } from './edge.ts';

export interface Person {
  userId: string;
  token: string;
}

export interface HttpResult {
  posted: number;
  failed: number;
  perSecond: number;
  /** milliseconds of each answer, sorted */
  latencies: number[];
}

/** Makes the request of the turn: who pays whom goes round by it. */
type RequestOf = (people: readonly Person[], turn: number) => string;

/** `POST /v1/transfers`: one transfer a request. */
export const single: RequestOf = (people, turn) => {
  const { from, to } = pairOf(people, turn);
  return post('/v1/transfers', from, transferTo(to));
};

/** `POST /v1/transfers/batch`: a hundred transfers of one person a request. */
export const batch: RequestOf = (people, turn) => {
  const { from } = pairOf(people, turn);
  const transfers = Array.from({ length: BULK }, (_, index) =>
    transferTo(people[(turn + 1 + index) % people.length] as Person),
  );
  return post('/v1/transfers/batch', from, { transfers });
};

function pairOf(people: readonly Person[], turn: number): { from: Person; to: Person } {
  const from = people[turn % people.length] as Person;
  const other = people[(turn * 7 + 1) % people.length] as Person;
  return { from, to: other === from ? (people[(turn + 1) % people.length] as Person) : other };
}

const transferTo = ({ userId }: Person) => ({ to: { userId }, amount: 1, currency: 'USD', note: 'bench' });

const post = (path: string, { token }: Person, body: object): string =>
  postOf(path, { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() }, body);

interface HttpLoad {
  clients: number;
  seconds: number;
  /** spread evenly; default as fast as the clients go */
  perSecond?: number;
  requestOf?: RequestOf;
}

/** Posts through the gateway: as fast as `clients` go, or spread evenly at `perSecond`. */
export async function runHttp(edge: Edge, people: readonly Person[], load: HttpLoad): Promise<HttpResult> {
  const { clients, seconds, perSecond, requestOf = single } = load;
  const connections = openConnections(Number(new URL(edge.url).port), clients);
  const result: HttpResult = { posted: 0, failed: 0, perSecond: 0, latencies: [] };
  const started = performance.now();
  const until = started + seconds * 1000;
  const one = async (due: number) => {
    const good = await sent(connections, requestOf(people, (turns += 1)));
    if (good) result.posted += 1;
    else result.failed += 1;
    result.latencies.push(performance.now() - due);
  };
  if (perSecond === undefined) {
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < until) await one(performance.now());
      }),
    );
  } else {
    await atRate(one, { started, until, perSecond });
  }
  connections.close();
  result.perSecond = result.posted / ((performance.now() - started) / 1000);
  result.latencies.sort((a, b) => a - b);
  return result;
}

/** goes on from run to run, so that all people pay alike */
let turns = 0;

async function sent(connections: Connections, request: string): Promise<boolean> {
  const { status, text } = await connections.send(request);
  if (status !== 201) console.error(`${status} ${text}`);
  return status === 201;
}

/** Open loop: what is due goes out whether or not the answers before it came; waiting counts as latency. */
async function atRate(
  one: (due: number) => Promise<void>,
  { started, until, perSecond }: { started: number; until: number; perSecond: number },
): Promise<void> {
  const under = new Set<Promise<void>>();
  for (let sentSoFar = 0; ;) {
    const now = performance.now();
    if (now >= until) break;
    for (; sentSoFar < ((now - started) / 1000) * perSecond; sentSoFar += 1) {
      const work = one(started + (sentSoFar / perSecond) * 1000).finally(() => under.delete(work));
      under.add(work);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(under);
}
