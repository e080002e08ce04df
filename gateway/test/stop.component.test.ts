import { Agent, request as send } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { waitFor } from '@florin/testing';
import { createHarness } from './harness.ts';

/** One GET over the agent's kept connections. Rejects when the connection breaks. */
function get(agent: Agent, url: string): Promise<{ status: number; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = send(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, connection: response.headers.connection });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('a gateway that stops says so at /readyz and in its replies, and serves on for its lame-duck time', async () => {
  const gateway = await createHarness({ LAME_DUCK_MS: '600' });
  const agent = new Agent({ keepAlive: true });
  await gateway.ready();
  expect((await get(agent, `${gateway.url}/v1/transfers`)).connection).toBe('keep-alive');
  const stopped = gateway.stop();
  await waitFor(async () => (await get(agent, `${gateway.url}/readyz`)).status === 503);
  // a reply of its own, and one of a service
  expect(await get(agent, `${gateway.url}/healthz`)).toEqual({ status: 200, connection: 'close' });
  expect(await get(agent, `${gateway.url}/v1/transfers`)).toEqual({ status: 200, connection: 'close' });
  await stopped;
  await expect(get(agent, `${gateway.url}/healthz`)).rejects.toThrow();
});

test('of two gateways behind a round robin, either restarts without one failed request', async () => {
  const gateways = [await createHarness({ LAME_DUCK_MS: '800' }), await createHarness({ LAME_DUCK_MS: '800' })];
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const usable = new Set(gateways);
  // what a load balancer does: it looks every 50 ms, and leaves out whoever is not ready
  const watching = new AbortController();
  const looks = gateways.map(async (gateway) => {
    while (!watching.signal.aborted) {
      const ready = await get(agent, `${gateway.url}/readyz`).catch(() => ({ status: 0 }));
      if (ready.status === 200) usable.add(gateway);
      else usable.delete(gateway);
      await wait(50);
    }
  });
  const counts = { served: 0, failed: 0 };
  const load = Array.from({ length: 8 }, async () => {
    for (let turn = 0; !watching.signal.aborted; turn += 1) {
      const [first, second] = [...usable];
      const chosen = turn % 2 === 0 ? first : (second ?? first);
      const reply = await get(agent, `${chosen?.url ?? ''}/v1/transfers`).catch(() => ({ status: 0 }));
      if (reply.status === 200) counts.served += 1;
      else counts.failed += 1;
      await wait(5);
    }
  });
  try {
    await waitFor(() => usable.size === 2 && counts.served > 50);
    counts.failed = 0; // before both were ready
    await gateways[0]?.stop();
    const before = counts.served;
    await waitFor(() => counts.served > before + 50);
  } finally {
    watching.abort();
    await Promise.all([...looks, ...load]);
    await gateways[1]?.stop();
  }
  expect(counts.failed).toBe(0);
});

test('without lame-duck time an idle gateway stops at once, whatever connections clients hold open', async () => {
  const gateway = await createHarness();
  const agent = new Agent({ keepAlive: true });
  await gateway.ready();
  await get(agent, `${gateway.url}/v1/transfers`);
  // a browser opens connections in advance
  const unused = connect(gateway.port, '127.0.0.1');
  await new Promise((resolve) => unused.once('connect', resolve));
  unused.on('error', () => undefined);
  const began = performance.now();
  await gateway.stop();
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('a 401 of a service keeps its WWW-Authenticate on the way to the client', async () => {
  const gateway = await createHarness();
  gateway.upstream.handler = (_request, response) => {
    response.writeHead(401, { 'WWW-Authenticate': 'Bearer', 'Content-Type': 'application/problem+json' }).end('{}');
  };
  const reply = await gateway.http.get('/v1/transfers');
  expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  await gateway.stop();
});
