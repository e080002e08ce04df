import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface HttpServer {
  /** resolves with the port listened on */
  start(): Promise<number>;
  /**
   * Asks clients to go away, by `draining` and `Connection: close`, and serves on for `lameDuckMs`. Then it stops
   * accepting, gives requests under way `graceMs` to finish, and closes every connection.
   */
  stop(): Promise<void>;
  /** true from the beginning of `stop`: /readyz must say so, for load balancers to choose another */
  draining(): boolean;
  server: Server;
}

export interface HttpServerOptions {
  /** default 3 s */
  graceMs?: number;
  /** time for load balancers to notice; default 0 */
  lameDuckMs?: number;
}

/** An HTTP/1.1 server with limits on every wait. Port 0 takes a free one. */
export function createHttpServer(
  listener: RequestListener,
  address: { host: string; port: number },
  { graceMs = 3_000, lameDuckMs = 0 }: HttpServerOptions = {},
): HttpServer {
  let draining = false;
  const underWay = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  // one listener for all, as in `requestContext`
  function onClose(this: ServerResponse): void {
    underWay.delete(this);
  }
  const server = createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: 30_000 },
    (request, response) => {
      if (draining) response.setHeader('Connection', 'close');
      underWay.add(response);
      response.on('close', onClose);
      listener(request, response);
    },
  );
  server.maxHeadersCount = 100;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  const close = () =>
    new Promise<void>((resolve) => {
      const cut = setTimeout(() => {
        server.closeAllConnections();
      }, graceMs);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      server.closeIdleConnections();
      // Node does not count a connection as idle that has never carried a request, as browsers open them in advance
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    });

  return {
    server,
    draining: () => draining,
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(address.port, address.host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    stop: async () => {
      draining = true;
      for (const response of underWay) if (!response.headersSent) response.setHeader('Connection', 'close');
      if (lameDuckMs > 0) await wait(lameDuckMs);
      await close();
    },
  };
}
