import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const SCALE = 50;

const PGBENCH =
  [
    '/usr/lib/postgresql/18/bin/pgbench',
    '/usr/lib/postgresql/17/bin/pgbench',
    '/usr/lib/postgresql/15/bin/pgbench',
  ].find((path) => existsSync(path)) ?? 'pgbench';

/** pgbench's TPC-B-like script (prepared) on the server of `server`, in a database of its own; tps by clients. */
export async function createPgbench(server: string) {
  const name = `pgbench_${randomBytes(5).toString('hex')}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`CREATE DATABASE ${name}`);
  await run(PGBENCH, ['-i', '-q', '-s', String(SCALE), url]);
  return {
    tps: async (clients: number, seconds: number): Promise<number> => {
      const args = ['-M', 'prepared', '-n', '-j', '2', '-c', String(clients), '-T', String(seconds), url];
      const { stdout } = await run(PGBENCH, args);
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
    },
    drop: () => admin(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
