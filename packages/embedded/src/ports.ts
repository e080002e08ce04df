import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** Below the ports that Linux (32768), macOS and Windows (49152) give to outgoing connections: those come and go. */
const FIRST = 20_000;
const LAST = 32_000;
const TRIES = 200;
/** Ports that a process tries before any other. Those of processes started one after another are not the same. */
const OWN = 20;
let given = 0;

function candidate(): number {
  given += 1;
  if (given > OWN) return randomInt(FIRST, LAST);
  const slices = Math.floor((LAST - FIRST) / OWN);
  return FIRST + (process.pid % slices) * OWN + given - 1;
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

/**
 * `count` different loopback ports that were free a moment ago, and that no outgoing connection will take. They stay
 * unused until their owner listens, so two processes that ask at the same time must not look at the same ones.
 */
export async function freePorts(count: number): Promise<[number, ...number[]]> {
  const held = new Map<number, Server>();
  for (let tries = 0; held.size < count && tries < TRIES * count; tries += 1) {
    const port = candidate();
    const server = held.has(port) ? undefined : await listen(port);
    if (server) held.set(port, server);
  }
  await Promise.all([...held.values()].map((server) => new Promise((resolve) => server.close(resolve))));
  if (held.size < count) throw new Error(`no ${String(count)} free ports between ${String(FIRST)} and ${String(LAST)}`);
  return [...held.keys()] as [number, ...number[]];
}
