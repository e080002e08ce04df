import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { Edge } from './edge.ts';

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

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** `POST /v1/transfers` through the gateway: as fast as `clients` go, or spread evenly at `perSecond`. */
export async function runHttp(
  edge: Edge,
  people: readonly Person[],
  { clients, seconds, perSecond }: { clients: number; seconds: number; perSecond?: number },
): Promise<HttpResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const result: HttpResult = { posted: 0, failed: 0, perSecond: 0, latencies: [] };
  const started = performance.now();
  const until = started + seconds * 1000;
  let turn = 0;
  const one = async (due: number) => {
    const status = await send(edge.url, agent, people, turn++).catch(() => 0);
    if (status === 201) result.posted += 1;
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
  agent.destroy();
  result.perSecond = result.posted / ((performance.now() - started) / 1000);
  result.latencies.sort((a, b) => a - b);
  return result;
}

/** Open loop: what is due goes out whether or not the answers before it came; waiting counts as latency. */
async function atRate(
  one: (due: number) => Promise<void>,
  { started, until, perSecond }: { started: number; until: number; perSecond: number },
): Promise<void> {
  const under = new Set<Promise<void>>();
  for (let sent = 0; ;) {
    const now = performance.now();
    if (now >= until) break;
    for (; sent < ((now - started) / 1000) * perSecond; sent += 1) {
      const work = one(started + (sent / perSecond) * 1000).finally(() => under.delete(work));
      under.add(work);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(under);
}

function send(url: string, agent: Agent, people: readonly Person[], turn: number): Promise<number> {
  const from = people[turn % people.length] as Person;
  const to =
    people[(turn * 7 + 1) % people.length] === from
      ? people[(turn + 1) % people.length]
      : people[(turn * 7 + 1) % people.length];
  const body = JSON.stringify({ to: { userId: to?.userId }, amount: 1, currency: 'USD', note: 'bench' });
  return new Promise((resolve, reject) => {
    const call = request(
      `${url}/v1/transfers`,
      {
        agent,
        method: 'POST',
        headers: {
          authorization: `Bearer ${from.token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': randomUUID(),
        },
      },
      (reply) => {
        reply.resume().on('end', () => {
          resolve(reply.statusCode ?? 0);
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** Resident memory of a process in MB. */
export function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}
