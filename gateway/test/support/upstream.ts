import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IDENTITY_HEADER, createIdentitySigner } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

/** A real HTTP server in a service's place; `handler` may be changed at any time. */
export interface FakeUpstream {
  url: string;
  handler: Handler;
  seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
  server: Server;
  stop(): Promise<void>;
}

export const answerEcho: Handler = (request, response, body) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ url: request.url, headers: request.headers, body: body.toString() }));
};

export async function fakeUpstream(handler: Handler = answerEcho, port = 0): Promise<FakeUpstream> {
  const server = createServer((request, response) => {
    if (request.url === '/readyz') {
      response.end('{}');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url = '', headers } = request;
      fake.seen.push({ method, url, headers, body: body.toString() });
      fake.handler(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const fake: FakeUpstream = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    handler,
    seen: [],
    server,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return fake;
}

/** The identity a fake upstream was told. */
export function identityOf(headers: IncomingMessage['headers']) {
  const value = headers[IDENTITY_HEADER];
  return typeof value === 'string' ? createIdentitySigner(TEST_SECRET).verify(value) : undefined;
}
