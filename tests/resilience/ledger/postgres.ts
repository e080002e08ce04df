import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@florin/embedded';
import { freePorts } from '@florin/testing';

/** A PostgreSQL of the test's own, that it may kill. */
export async function startOwnPostgres() {
  const dataDir = await mkdtemp(join(tmpdir(), 'florin-bank-'));
  const [port] = (await freePorts(1)) as [number];
  const start = () => startPostgres({ dataDir, port, databases: ['bank'] });
  let server = await start();
  return {
    port,
    url: (through: number) => Object.assign(new URL(server.url('bank')), { port: String(through) }).href,
    /** What `pg_ctl stop -m immediate` does: every backend dies where it is, the next start recovers from the log. */
    crash: async () => {
      process.kill(await postmasterOf(server.dataDir), 'SIGQUIT');
      await server.stop();
      server = await start();
    },
    stop: async () => {
      await server.stop();
      await rm(server.dataDir, { recursive: true, force: true });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function postmasterOf(dataDir: string): Promise<number> {
  const files = await readdir(dataDir, { recursive: true });
  const file = files.find((name) => name.endsWith('postmaster.pid'));
  if (file === undefined) throw new Error('the server has no postmaster.pid');
  return Number((await readFile(join(dataDir, file), 'utf8')).split('\n')[0]);
}
