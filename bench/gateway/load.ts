import { connect } from 'node:net';

export interface Load {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  errors: number;
}

/** Keeps `connections` busy with one request each for `seconds`. The reply's length is taken from its Content-Length. */
export async function load(
  port: number,
  path: string,
  connections: number,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<Load> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}\r\n`;
  const began = performance.now();
  const until = began + seconds * 1_000;
  const times: number[] = [];
  let errors = 0;
  const one = () =>
    new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1').setNoDelay();
      let held: Buffer = Buffer.alloc(0);
      let started = performance.now();
      const send = () => {
        started = performance.now();
        socket.write(request);
      };
      socket.on('connect', send);
      socket.on('data', (chunk: Buffer) => {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        const end = replyEnd(held);
        if (end < 0 || held.length < end) return;
        if (!held.subarray(0, 12).includes(' 200')) errors += 1;
        held = held.subarray(end);
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
  return { requestsPerSecond: times.length / tookSeconds, p50Ms: at(0.5), p99Ms: at(0.99), errors };
}

function replyEnd(bytes: Buffer): number {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return -1;
  const length = /content-length: *(\d+)/i.exec(bytes.subarray(0, head).toString('latin1'))?.[1];
  return length === undefined ? -1 : head + 4 + Number(length);
}
