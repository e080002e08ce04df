/**
 * Requests per second through the gateway, as a ratio to plain node http + http-proxy-middleware and to nginx (when it
 * is installed), all in one run on this machine: 1 KB JSON, 64 connections, one process each. Takes about 25 s.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@florin/testing';
import type { Load } from './gateway/load.ts';
import { load } from './gateway/load.ts';

const CONNECTIONS = 64;
const SECONDS = 4;
const PATH = '/v1/transfers';
const children: ChildProcess[] = [];

async function startTarget(role: string, upstream = ''): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'gateway/target.ts'), role, upstream], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return Number(line.toString());
}

const folder = mkdtempSync(join(tmpdir(), 'florin-bench-'));

async function startNginx(upstream: number): Promise<number | undefined> {
  if (spawnSync('nginx', ['-v']).error) return undefined;
  const [port] = await freePorts(1);
  const config = `worker_processes 1; daemon off; pid ${folder}/pid; error_log /dev/null;
    events { worker_connections 1024; }
    http { access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
      uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
      upstream u { server 127.0.0.1:${upstream}; keepalive 128; }
      server { listen 127.0.0.1:${port}; keepalive_requests 10000000;
        location / { proxy_pass http://u; proxy_http_version 1.1; proxy_set_header Connection ""; } } }`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  children.push(spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' }));
  await new Promise((resolve) => setTimeout(resolve, 500));
  return port;
}

function report(name: string, result: Load, base: Load): void {
  const ratio = (result.requestsPerSecond / base.requestsPerSecond).toFixed(2);
  console.log(
    `${name.padEnd(38)} ${result.requestsPerSecond.toFixed(0).padStart(7)}/s  x${ratio}  ` +
      `p50 ${result.p50Ms.toFixed(1)} ms  p99 ${result.p99Ms.toFixed(1)} ms  errors ${result.errors}`,
  );
}

const limit = setTimeout(() => process.exit(1), 58_000);
try {
  const upstream = await startTarget('upstream');
  const url = `http://127.0.0.1:${upstream}`;
  const targets: [string, number | undefined][] = [
    ['node http + http-proxy-middleware', await startTarget('plain', url)],
    ['florin gateway', await startTarget('florin', url)],
    ['nginx, one worker', await startNginx(upstream)],
  ];
  let base: Load | undefined;
  for (const [name, port] of targets) {
    if (port === undefined) {
      console.log(`${name.padEnd(38)} not installed`);
      continue;
    }
    await load(port, PATH, CONNECTIONS, 1.5);
    const result = await load(port, PATH, CONNECTIONS, SECONDS);
    base ??= result;
    report(name, result, base);
  }
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
  clearTimeout(limit);
}
