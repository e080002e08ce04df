import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import pg from 'pg';
import { testStores, waitFor } from '@florin/testing';
import { createWatchdog } from './watchdog.ts';

/** A way to the server that swallows all it is given, and says nothing, once told. */
async function startWay() {
  const target = new URL(testStores().postgresUrl);
  const sockets = new Set<Socket>();
  let swallows = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const [from, other] of [[client, upstream], [upstream, client]] as const) {
      sockets.add(from);
      from.on('data', (data) => swallows || other.write(data));
      from.on('error', () => undefined).on('close', () => other.destroy());
    } // prettier-ignore
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(target), { hostname: '127.0.0.1', port: String(port) }).href,
    swallow: () => (swallows = true),
    stop: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

test('a query to a server that has vanished fails, one that is answered in time does not', async () => {
  const way = await startWay();
  const client = new pg.Client({ connectionString: way.url });
  client.on('error', () => undefined);
  createWatchdog(300, 50)(client);
  await client.connect();
  try {
    // asked again and again for longer than a silence may last
    const until = Date.now() + 600;
    await waitFor(async () => {
      await client.query('SELECT 1');
      return Date.now() > until;
    });
    way.swallow();
    await expect(client.query('SELECT 2')).rejects.toThrow('Connection terminated');
  } finally {
    await client.end().catch(() => undefined);
    await way.stop();
  }
});
