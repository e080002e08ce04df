import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type DataLock, dataLock } from '../lock/data-lock.ts';
import { freePorts } from '../ports.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { ensureCluster, SUPERUSER } from './cluster.ts';
import { ensureDatabases } from './databases.ts';
import { choosePlace, type Place } from './place.ts';
import { type Postmaster, PostmasterFailed, startPostmaster } from './postmaster.ts';
import { shutDown, stopOrphan } from './takeover.ts';
import { watch } from './watchdog.ts';

export interface PostgresOptions {
  /** Where the data is kept; made if it is not there. One process at a time. */
  readonly dataDir: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Created if missing. */
  readonly databases: readonly string[];
}

export interface PostgresServer {
  /** A connection string with the superuser's password, on 127.0.0.1. */
  url(database: string): string;
  readonly port: number;
  /** Where the data really is: `dataDir` itself, but for root in a directory that PostgreSQL's user can't enter. */
  readonly dataDir: string;
  /** Why the data is elsewhere, for people. */
  readonly note: string | undefined;
  /** Ends the sessions and shuts the server down; resolves when its process is gone. */
  stop(): Promise<void>;
}

const ATTEMPTS = 25;
const RETRY_MS = 200;

/** Children of a killed server hold on for a moment; and a free port may be taken between the look and the start. */
function mayPass(error: unknown, portTaken: boolean, portIsOurs: boolean): boolean {
  if (!(error instanceof PostmasterFailed)) return false;
  return portTaken
    ? portIsOurs
    : /pre-existing shared memory|lock file "postmaster.pid" already exists/.test(error.log);
}

async function start(binaries: Binaries, place: Place, port: number): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startPostmaster(binaries, place, port || (await freePorts(1))[0]);
    } catch (error) {
      const portTaken = error instanceof PostmasterFailed && error.log.includes('could not bind');
      if (attempt < ATTEMPTS && mayPass(error, portTaken, port === 0)) await delay(RETRY_MS);
      else if (portTaken)
        throw new Error(`PostgreSQL can't listen on 127.0.0.1:${port}: the port is in use`, { cause: error });
      else throw error;
    }
  }
}

function stopper(postmaster: Postmaster, place: Place, release: () => Promise<void>): () => Promise<void> {
  // The last chance when nobody called stop: the server then shuts itself down without us.
  const onExit = (): void => void postmaster.child.kill('SIGINT');
  const callOff = watch(postmaster.pid, place);
  const ended = new Promise<void>((resolve) => {
    postmaster.child.once('exit', () => {
      process.off('exit', onExit);
      callOff();
      resolve();
    });
  });
  process.once('exit', onExit);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    postmaster.child.ref();
    if (postmaster.child.exitCode === null && postmaster.child.signalCode === null) {
      await shutDown(postmaster.pid);
      await ended;
    }
    await release();
  };
  return () => (stopping ??= stop());
}

/**
 * Runs a real PostgreSQL out of npm packages on loopback, for development without one. It survives `kill -9` of this
 * process: the next start stops the server left behind and goes on with its data. Throws DataLockedError if another
 * running process has the data.
 */
export async function startPostgres({ dataDir, port = 0, databases }: PostgresOptions): Promise<PostgresServer> {
  const locks: DataLock[] = [await dataLock(dataDir)];
  const release = async (): Promise<void> => {
    for (const lock of locks.splice(0)) await lock.release();
  };
  let stop = release;
  try {
    const place = await choosePlace(dataDir);
    // A copied data directory points at the same place as its original.
    if (place.directory !== resolve(dataDir)) locks.push(await dataLock(place.directory));
    const binaries = await findBinaries(place.account, place.base);
    await stopOrphan(place.cluster);
    const password = await ensureCluster(binaries, place);
    const postmaster = await start(binaries, place, port);
    stop = stopper(postmaster, place, release);
    const url = (database: string): string =>
      `postgres://${SUPERUSER}:${password}@127.0.0.1:${String(postmaster.port)}/${encodeURIComponent(database)}`;
    await ensureDatabases(url('postgres'), databases);
    return { url, port: postmaster.port, dataDir: place.directory, note: place.note, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
