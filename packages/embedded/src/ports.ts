import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** Below the ports that Linux (32768), macOS and Windows (49152) give to outgoing connections: those come and go. */
const FIRST = 20_000;
const LAST = 32_000;
const TRIES = 200;

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

/** `count` different loopback ports that were free a moment ago, and that no outgoing connection will take. */
export async function freePorts(count: number): Promise<[number, ...number[]]> {
  const held = new Map<number, Server>();
  for (let tries = 0; held.size < count && tries < TRIES * count; tries += 1) {
    const port = randomInt(FIRST, LAST);
    const server = held.has(port) ? undefined : await listen(port);
    if (server) held.set(port, server);
  }
  await Promise.all([...held.values()].map((server) => new Promise((resolve) => server.close(resolve))));
  if (held.size < count) throw new Error(`no ${String(count)} free ports between ${String(FIRST)} and ${String(LAST)}`);
  return [...held.keys()] as [number, ...number[]];
}
