import { connect } from 'node:net';

export interface Load {
  requests: number;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  errors: number;
  /** of one reply, head and body */
  replyBytes: number;
}

export interface LoadOptions {
  port: number;
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  connections: number;
  seconds: number;
}

/** Keeps `connections` busy with one request each for `seconds`. The reply's length is taken from its Content-Length. */
export async function load(options: LoadOptions): Promise<Load> {
  const { port, method = 'GET', path, headers = {}, body = '', connections, seconds } = options;
  const length = body === '' ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  const lines = Object.entries({ ...headers, ...length }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}\r\n${body}`;
  const began = performance.now();
  const until = began + seconds * 1_000;
  const times: number[] = [];
  let errors = 0;
  let replyBytes = 0;
  const one = () =>
    new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1').setNoDelay();
      let head: Buffer = Buffer.alloc(0);
      let left = -1; // bytes of the reply still to come; negative while its head is read
      let started = performance.now();
      const send = () => {
        started = performance.now();
        socket.write(request);
      };
      socket.on('connect', send);
      socket.on('data', (chunk: Buffer) => {
        if (left < 0) {
          head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
          const total = replyLength(head);
          if (total < 0) return;
          if (!head.subarray(0, 12).includes(' 200')) errors += 1;
          replyBytes = total;
          left = total - head.length;
          head = Buffer.alloc(0);
        } else left -= chunk.length;
        if (left > 0) return;
        left = -1;
        times.push(performance.now() - started);
        if (performance.now() < until) send();
        else socket.destroy();
      });
      socket.on('error', () => (errors += 1));
      socket.on('close', () => {
        resolve();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  const tookSeconds = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  const requestsPerSecond = times.length / tookSeconds;
  return { requests: times.length, requestsPerSecond, p50Ms: at(0.5), p99Ms: at(0.99), errors, replyBytes };
}

/** Of a reply, head and body; -1 while its head is not whole. */
function replyLength(bytes: Buffer): number {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return -1;
  const length = /content-length: *(\d+)/i.exec(bytes.subarray(0, end).toString('latin1'))?.[1];
  return length === undefined ? -1 : end + 4 + Number(length);
}
