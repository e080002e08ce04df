import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface TcpProxy {
  /** the target's URL with the proxy's host and port in it */
  url: string;
  /** Breaks every connection that is open; new ones are let through. */
  cut(): void;
  /** Breaks every connection and every new one, as if the server were gone, until `restore`. */
  refuse(): void;
  /** Lets nothing through in either direction and closes nothing, as a dead network does, until `restore`. */
  freeze(): void;
  /** Lets nothing more through on the connections that are open and tells nobody; new ones are let through. */
  strand(): void;
  restore(): void;
  /** connections open through the proxy */
  connections(): number;
  close(): Promise<void>;
}

/** Listens on a loopback port and passes on to the server that `targetUrl` names, until a test makes it fail. */
export async function startTcpProxy(targetUrl: string): Promise<TcpProxy> {
  const target = new URL(targetUrl);
  const port = Number(target.port || defaultPort(target.protocol));
  const sockets = new Set<Socket>();
  let state: 'open' | 'refusing' | 'frozen' = 'open';

  const server = createServer((client) => {
    if (state === 'refusing') {
      client.destroy();
      return;
    }
    const upstream = connect(port, target.hostname);
    join(client, upstream);
    join(upstream, client);
    if (state === 'frozen') pause();
  });

  function join(from: Socket, to: Socket): void {
    sockets.add(from);
    from.setNoDelay(true);
    from.pipe(to);
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  function cut(): void {
    for (const socket of sockets) socket.destroy();
  }

  function pause(): void {
    for (const socket of sockets) {
      socket.unpipe();
      socket.pause();
    }
  }

  target.host = `127.0.0.1:${String(await listen(server))}`;
  return {
    url: target.href,
    cut,
    refuse() {
      state = 'refusing';
      cut();
    },
    freeze() {
      state = 'frozen';
      pause();
    },
    strand: pause,
    restore() {
      // What was frozen is broken: its bytes are not kept.
      if (state === 'frozen') cut();
      state = 'open';
    },
    connections: () => sockets.size / 2,
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function defaultPort(protocol: string): number {
  const port = { 'amqp:': 5672, 'postgres:': 5432, 'postgresql:': 5432, 'redis:': 6379, 'mongodb:': 27_017 }[protocol];
  if (port === undefined) throw new TypeError(`targetUrl: no default port for ${protocol}`);
  return port;
}
