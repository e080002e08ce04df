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

/** for a body to arrive, unless it is long and comes fast enough */
const BODY_MS = 30_000;
const LEAST_BYTES_PER_MS = 64;
const UPLOAD_MS = 600_000;
const WATCH_MS = 5_000;

/** When a request came in, and how many bytes its connection had brought by then. */
interface Began {
  ms: number;
  bytes: number;
}

/** An HTTP/1.1 server with limits on every wait. Port 0 takes a free one. */
export function createHttpServer(
  listener: RequestListener,
  address: { host: string; port: number },
  { graceMs = 3_000, lameDuckMs = 0 }: HttpServerOptions = {},
): HttpServer {
  let draining = false;
  const underWay = new Map<ServerResponse, Began>();
  const sockets = new Set<Socket>();
  // one listener for all, as in `requestContext`
  function onClose(this: ServerResponse): void {
    underWay.delete(this);
  }
  const server = createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: UPLOAD_MS },
    (request, response) => {
      if (draining) response.setHeader('Connection', 'close');
      underWay.set(response, { ms: performance.now(), bytes: request.socket.bytesRead });
      response.on('close', onClose);
      listener(request, response);
    },
  );
  server.maxHeadersCount = 100;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  let watching: NodeJS.Timeout | undefined;

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
          watching = setInterval(cutSlowBodies, WATCH_MS, server, underWay).unref();
          resolve((server.address() as AddressInfo).port);
        });
      }),
    stop: async () => {
      draining = true;
      for (const response of underWay.keys()) if (!response.headersSent) response.setHeader('Connection', 'close');
      if (lameDuckMs > 0) await wait(lameDuckMs);
      await close();
      clearInterval(watching);
    },
  };
}

/** Cuts requests whose body comes so slowly that it is no upload. */
function cutSlowBodies(server: Server, underWay: ReadonlyMap<ServerResponse, Began>): void {
  const now = performance.now();
  for (const [{ req: request }, began] of underWay) {
    const ms = now - began.ms;
    if (request.complete || ms < BODY_MS) continue;
    if ((request.socket.bytesRead - began.bytes) / ms >= LEAST_BYTES_PER_MS) continue;
    const late = Object.assign(new Error('the body comes too slowly'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    if (!server.emit('clientError', late, request.socket)) request.socket.destroy();
  }
}
