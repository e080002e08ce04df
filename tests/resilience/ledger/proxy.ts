import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface Proxy {
  port: number;
  /** Breaks every connection now. */
  cut(): void;
  /** Breaks the next connection that sends COMMIT: the server gets it, the client never hears. */
  cutNextCommit(): void;
  /** commits cut so far */
  commitsCut(): number;
  stop(): Promise<void>;
}

/** A TCP proxy on loopback before `targetPort` that breaks connections when told. */
export async function startProxy(targetPort: number): Promise<Proxy> {
  const pairs = new Set<[Socket, Socket]>();
  let armed = 0;
  let cutCount = 0;
  const server = createServer((client) => {
    const upstream = connect(targetPort, '127.0.0.1');
    const pair: [Socket, Socket] = [client, upstream];
    let deaf = false;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    client.on('data', (data) => {
      if (armed > 0 && data.includes('COMMIT')) {
        armed -= 1;
        cutCount += 1;
        deaf = true;
        // the server has it before the connection goes
        upstream.write(data, () => setTimeout(end, 5));
      } else {
        upstream.write(data);
      }
    });
    upstream.on('data', (data) => {
      if (!deaf) client.write(data);
    });
    for (const socket of pair) socket.on('error', end).on('close', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      for (const sockets of pairs) for (const socket of sockets) socket.destroy();
    },
    cutNextCommit: () => {
      armed += 1;
    },
    commitsCut: () => cutCount,
    stop: () => {
      for (const sockets of pairs) for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
