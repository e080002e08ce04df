/** One process of the gateway benchmark: `upstream`, `plain` (node http + http-proxy-middleware) or `florin`. Prints its port. */
import { Agent, createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose } from '@florin/gateway';
import { readConfig } from '@florin/gateway/config';
import { createMemoryBus } from '@florin/messaging/memory';
import { createProxyMiddleware } from 'http-proxy-middleware';

const [role = '', upstream = ''] = process.argv.slice(2);

function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    console.log((server.address() as AddressInfo).port);
  });
}

function startUpstream(): void {
  const body = JSON.stringify({ data: 'x'.repeat(1_000) });
  listen(
    createServer({ keepAliveTimeout: 65_000 }, (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
    }),
  );
}

function startPlain(): void {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const proxy = createProxyMiddleware({ target: upstream, agent });
  listen(createServer({ keepAliveTimeout: 65_000 }, (request, response) => void proxy(request, response)));
}

async function startFlorin(): Promise<void> {
  const urls = Object.fromEntries(
    ['AUTH', 'USERS', 'LEDGER', 'FINANCE', 'NOTIFY'].map((name) => [`${name}_URL`, upstream]),
  );
  const limits = { RATE_LIMIT_ADDRESS_PER_MINUTE: '100000000', RATE_LIMIT_USER_PER_MINUTE: '100000000' };
  const config = readConfig({ PORT: '0', AMQP_URL: 'amqp://127.0.0.1', LOG_LEVEL: 'warn', ...urls, ...limits });
  const { service, addresses } = compose(config, { bus: createMemoryBus({ keep: false }) });
  await service.start();
  console.log(addresses().http);
}

process.on('SIGINT', () => process.exit(0));
if (role === 'upstream') startUpstream();
else if (role === 'plain') startPlain();
else await startFlorin();
