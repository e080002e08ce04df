import pg from 'pg';
import { startTcpProxy, testStores, waitFor } from '@florin/testing';
import { createClientWrapper } from './client.ts';

test('a query to a server that has vanished fails, one that is answered in time does not', async () => {
  const proxy = await startTcpProxy(testStores().postgresUrl);
  const client = new pg.Client({ connectionString: proxy.url });
  client.on('error', () => undefined);
  createClientWrapper({ silence: { maximumMs: 300, everyMs: 50 } })(client);
  await client.connect();
  try {
    // asked again and again for longer than a silence may last
    const until = Date.now() + 600;
    await waitFor(async () => {
      await client.query('SELECT 1');
      return Date.now() > until;
    });
    proxy.freeze();
    await expect(client.query('SELECT 2')).rejects.toThrow('Connection terminated');
  } finally {
    await client.end().catch(() => undefined);
    await proxy.close();
  }
});
