/**
 * Requests through the gateway, as ratios to nginx and to bare http-proxy-middleware, all in one run and in turns: 64
 * connections, one process each, over one upstream that checks the signed identity. Says of each line the middle of its
 * turns, microseconds of processor a request, and whether its goal is met. `--turns` (5) and `--seconds` (2) of a turn;
 * `--only=<pattern>` takes only the lines whose name fits, beside nginx's GET, which goals are told by; ends
 * by itself. Exits with 2 without nginx: it is the yardstick. Redis at REDIS_URL, default 127.0.0.1:6379.
 */
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePorts } from '@florin/testing';
import { load, type Load, type LoadOptions } from './gateway/load.ts';
import type { Started, TargetOptions } from './gateway/target.ts';

const CONNECTIONS = 64;
const WARM_SECONDS = 1.5;
const TICKS_A_SECOND = 100; // of /proc/<pid>/stat, on every Linux
const REDIS_URL = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const { values: given } = parseArgs({
  options: {
    turns: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
});
const turns = Number(given.turns);
const seconds = Number(given.seconds);

interface Target extends Started {
  cpuMicros(): Promise<number>;
}

const children: ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), 'florin-bench-'));

async function startTarget(role: string, options?: TargetOptions): Promise<Target> {
  const child = fork(join(import.meta.dirname, 'gateway/target.ts'), [role, JSON.stringify(options ?? {})]);
  children.push(child);
  const [started] = (await once(child, 'message')) as [Started];
  const cpuMicros = async () => {
    child.send('usage');
    const [usage] = (await once(child, 'message')) as [{ cpuMicros: number }];
    return usage.cpuMicros;
  };
  return { ...started, cpuMicros };
}

async function startNginx(upstream: number): Promise<Target> {
  const [port] = await freePorts(1);
  const config = `worker_processes 1; daemon off; pid ${folder}/pid; error_log /dev/null;
    events { worker_connections 1024; }
    http { access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
      uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
      upstream u { server 127.0.0.1:${upstream}; keepalive 128; }
      server { listen 127.0.0.1:${port}; keepalive_requests 10000000;
        location / { proxy_pass http://u; proxy_http_version 1.1; proxy_set_header Connection ""; } } }`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  const master = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  children.push(master);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const worker = spawnSync('pgrep', ['-P', String(master.pid)], { encoding: 'utf8' }).stdout.trim();
  const cpuMicros = () => {
    const [user, system] = readFileSync(`/proc/${worker}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
    return Promise.resolve(((Number(user) + Number(system)) / TICKS_A_SECOND) * 1e6);
  };
  return { port, cpuMicros };
}

interface Line {
  name: string;
  target: Target;
  call: Omit<LoadOptions, 'port' | 'connections' | 'seconds'>;
  /** the line it is compared with, and the least ratio to it */
  goal?: [of: string, atLeast: number];
}

interface Turn extends Load {
  gatewayMicros: number;
  upstreamMicros: number;
}

const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function measure({ target, call }: Line, upstream: Target): Promise<Turn> {
  const before = [await target.cpuMicros(), await upstream.cpuMicros()] as const;
  const result = await load({ ...call, port: target.port, connections: CONNECTIONS, seconds });
  return {
    ...result,
    gatewayMicros: ((await target.cpuMicros()) - before[0]) / result.requests,
    upstreamMicros: ((await upstream.cpuMicros()) - before[1]) / result.requests,
  };
}

async function linesOf(upstream: Target): Promise<Line[]> {
  const plain = await startTarget('plain', { upstream });
  const florin = await startTarget('florin', { upstream });
  const shared = await startTarget('florin', { upstream, redisUrl: REDIS_URL });
  const nginx = await startNginx(upstream.port);
  const token = { authorization: `Bearer ${upstream.token ?? ''}` };
  const get = { path: '/v1/transfers' };
  const large = { path: '/v1/transfers/large' };
  const post = { ...get, method: 'POST', body: JSON.stringify({ note: 'x'.repeat(287) }) };
  const [GET, POST, LARGE] = ['nginx GET', 'nginx POST 300 B', 'nginx 1 MB'];
  return [
    { name: GET, target: nginx, call: get },
    { name: 'http-proxy-middleware GET', target: plain, call: get },
    { name: 'florin GET, no token', target: florin, call: get },
    { name: 'florin GET, token', target: florin, call: { ...get, headers: token }, goal: [GET, 0.4] },
    { name: 'florin GET, token, Redis limits', target: shared, call: { ...get, headers: token } },
    { name: POST, target: nginx, call: post },
    { name: 'florin POST 300 B, token', target: florin, call: { ...post, headers: token }, goal: [POST, 0.33] },
    { name: LARGE, target: nginx, call: large },
    { name: 'florin 1 MB, token', target: florin, call: { ...large, headers: token } },
    {
      name: "florin, a dialect's read, token",
      target: florin,
      call: { path: '/api/v1/finance/wallet', headers: token },
      goal: [GET, 0.25],
    },
  ];
}

function report(lines: Line[], results: Map<string, Turn[]>): void {
  const rateOf = (name: string) => middle((results.get(name) ?? []).map((turn) => turn.requestsPerSecond));
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  console.log(
    row(['what', 'requests/s', 'p50 ms', 'p99 ms', 'CPU us gateway', 'CPU us upstream', 'bytes', 'errors', 'goal']),
  );
  console.log(row(Array<string>(9).fill('---')));
  for (const { name, goal } of lines) {
    const measured = results.get(name) ?? [];
    const of = (pick: (turn: Turn) => number, digits = 0) => middle(measured.map(pick)).toFixed(digits);
    const ratio = goal ? rateOf(name) / rateOf(goal[0]) : 0;
    const met = goal
      ? `${ratio.toFixed(2)} of ${goal[0]}, ${goal[1]} asked: ${ratio >= goal[1] ? 'met' : 'MISSED'}`
      : '';
    const rates = [of((turn) => turn.requestsPerSecond), of((turn) => turn.p50Ms, 1), of((turn) => turn.p99Ms, 1)];
    const cpu = [of((turn) => turn.gatewayMicros), of((turn) => turn.upstreamMicros)];
    console.log(row([name, ...rates, ...cpu, of((turn) => turn.replyBytes), of((turn) => turn.errors), met]));
  }
  const bare = rateOf('florin GET, token') / rateOf('http-proxy-middleware GET');
  console.log(
    `\nflorin GET, token: ${bare.toFixed(2)} of bare http-proxy-middleware, 2 asked: ${bare >= 2 ? 'met' : 'MISSED'}`,
  );
}

if (spawnSync('nginx', ['-v']).error) {
  console.error('nginx is missing, and this bench measures against it. CONTRIBUTING.md says how to install it.');
  process.exit(2);
}
const limit = setTimeout(() => process.exit(1), 600_000);
try {
  const upstream = await startTarget('upstream');
  const only = new RegExp(given.only);
  const lines = (await linesOf(upstream)).filter(({ name }) => only.test(name) || name === 'nginx GET');
  const results = new Map<string, Turn[]>(lines.map(({ name }) => [name, []]));
  for (const { target, call } of lines) {
    await load({ ...call, port: target.port, connections: CONNECTIONS, seconds: WARM_SECONDS });
  }
  for (let turn = 0; turn < turns; turn += 1) {
    for (const line of lines) results.get(line.name)?.push(await measure(line, upstream));
  }
  report(lines, results);
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
  clearTimeout(limit);
}
