import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  /** resolves with the port listened on */
  start(): Promise<number>;
  /** stops accepting, gives requests under way `graceMs` to finish, then closes every connection */
  stop(): Promise<void>;
  server: Server;
}

/** An HTTP/1.1 server with limits on every wait. Port 0 takes a free one. */
export function createHttpServer(
  listener: RequestListener,
  address: { host: string; port: number },
  graceMs = 3_000,
): HttpServer {
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: 30_000 }, listener);
  server.maxHeadersCount = 100;
  return {
    server,
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(address.port, address.host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => {
          server.closeAllConnections();
        }, graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
