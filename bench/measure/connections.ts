import { connect, type Socket } from 'node:net';

export interface Reply {
  status: number;
  text: string;
}

export interface Connections {
  /** Sends the bytes of a whole HTTP/1.1 request on a free connection, or as soon as one is free. */
  send(request: string): Promise<Reply>;
  close(): void;
}

interface Waiting {
  request: string;
  resolve: (reply: Reply) => void;
  reject: (error: Error) => void;
}

/**
 * Kept connections of a client that costs the cores next to nothing, as pgbench's do: it writes bytes, and of a reply it reads
 * the status and the Content-Length.
 */
export function openConnections(port: number, count: number): Connections {
  const waiting: Waiting[] = [];
  const free: ((work: Waiting) => void)[] = [];
  const sockets = Array.from({ length: count }, () => {
    const take = (): void => {
      const next = waiting.shift();
      if (next) begin(next);
      else free.push(begin);
    };
    const { socket, begin } = openOne(port, take);
    free.push(begin);
    return socket;
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        const work = { request, resolve, reject };
        const begin = free.pop();
        if (begin) begin(work);
        else waiting.push(work);
      }),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
    },
  };
}

function openOne(port: number, onFree: () => void): { socket: Socket; begin: (work: Waiting) => void } {
  const socket = connect(port, '127.0.0.1').setNoDelay();
  let work: Waiting | undefined;
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    let reply: Reply | undefined;
    try {
      reply = readReply(bytes);
    } catch (error) {
      // thrown from here it would end the process, and leave what it started
      socket.destroy(error as Error);
    }
    if (!reply || !work) return;
    bytes = Buffer.alloc(0);
    const done = work;
    work = undefined;
    done.resolve(reply);
    onFree();
  });
  socket.on('error', (error) => work?.reject(error));
  socket.on('close', () => work?.reject(new Error('the connection was closed')));
  const begin = (next: Waiting): void => {
    work = next;
    socket.write(next.request);
  };
  return { socket, begin };
}

/** The reply at the beginning of the bytes; undefined while it is not whole. */
function readReply(bytes: Buffer): Reply | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const length = status === 204 ? '0' : /content-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`a reply without a length: ${head}`);
  const whole = end + 4 + Number(length);
  if (bytes.length < whole) return undefined;
  return { status, text: bytes.toString('utf8', end + 4, whole) };
}

/** The bytes of a request without a body. */
export function plain(method: 'GET' | 'DELETE', path: string, headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}\r\n`;
}

/** The bytes of a POST of JSON. */
export function postOf(path: string, headers: Record<string, string>, body: unknown): string {
  const text = JSON.stringify(body);
  const lines = Object.entries({ ...headers, 'Content-Type': 'application/json' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}
