import { mkdir } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { dataLock } from '../lock/data-lock.ts';
import { Cursors } from './engine/cursors.ts';
import { Store } from './engine/store.ts';
import { expireDocuments } from './engine/ttl.ts';
import { Journal } from './journal/journal.ts';
import { MAX_CONNECTIONS, TTL_SWEEP_MS } from './limits.ts';
import { serveConnection } from './connection.ts';

export interface EmbeddedLogger {
  info(message: string): void;
  warn(message: string): void;
}

export interface MongoServerOptions {
  /** Where the journal is kept; made if it is not there. One process at a time. */
  readonly dataDir: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly logger?: EmbeddedLogger;
  /** Size from which the journal is compacted (bytes; 16 MB). */
  readonly compactAboveBytes?: number;
}

export interface MongoServer {
  /** mongodb://127.0.0.1:PORT/?directConnection=true */
  readonly url: string;
  readonly port: number;
  /** Ends the connections, flushes, and lets go of the data directory. */
  stop(): Promise<void>;
}

interface Engine {
  readonly store: Store;
  readonly journal: Journal;
}

async function openEngine({ dataDir, logger, compactAboveBytes }: MongoServerOptions): Promise<Engine> {
  const late: { journal?: Journal } = {};
  const store = new Store((change) => late.journal?.append(change));
  const opened = await Journal.open(join(dataDir, 'journal.log'), (change) => store.replay(change), {
    state: () => store.state(),
    onError: (error) => logger?.warn(`embedded MongoDB server: ${error.message}`),
    ...(compactAboveBytes !== undefined && { compactAboveBytes }),
  });
  const { journal } = opened;
  late.journal = journal;
  const { droppedBytes } = opened.recovery;
  if (droppedBytes > 0)
    logger?.warn(`embedded MongoDB server: dropped ${String(droppedBytes)} bytes of an unfinished last write`);
  return { store, journal };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function acceptInto(
  sockets: Set<Socket>,
  { store, journal }: Engine,
  cursors: Cursors,
  logger: EmbeddedLogger | undefined,
): Server {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Without a listener a reset connection would end the process.
    socket.on('error', () => undefined);
    const context = { store, cursors, connectionId: connections, now: () => new Date() };
    serveConnection(socket, context, journal)
      .catch((error: unknown) => {
        if (!socket.destroyed)
          logger?.warn(`embedded MongoDB server: closed a connection: ${(error as Error).message}`);
      })
      .finally(() => socket.destroy());
  });
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}

function sweepRegularly(
  { store, journal }: Engine,
  cursors: Cursors,
  logger: EmbeddedLogger | undefined,
): NodeJS.Timeout {
  const sweep = async (): Promise<void> => {
    cursors.sweep();
    if (expireDocuments(store, new Date()) > 0) await journal.flushed();
  };
  return setInterval(() => {
    sweep().catch((error: unknown) => logger?.warn(`embedded MongoDB server: ${(error as Error).message}`));
  }, TTL_SWEEP_MS).unref();
}

/**
 * Serves the MongoDB wire protocol on loopback over a journal in `dataDir`, for development without a MongoDB. What it
 * answered to a write is on disk. Throws DataLockedError if another process holds the directory.
 */
export async function startMongoServer(options: MongoServerOptions): Promise<MongoServer> {
  const { dataDir, logger } = options;
  // The mode is for this directory alone: PostgreSQL's user has to walk through those above it.
  await mkdir(dirname(resolve(dataDir)), { recursive: true });
  await mkdir(dataDir, { mode: 0o700 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  const lock = await dataLock(dataDir);
  try {
    const engine = await openEngine(options);
    const [cursors, sockets] = [new Cursors(), new Set<Socket>()];
    const server = acceptInto(sockets, engine, cursors, logger);
    const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
      await engine.journal.close();
      throw error;
    });
    const timer = sweepRegularly(engine, cursors, logger);
    let stopping: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      clearInterval(timer);
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await engine.journal.close();
      await lock.release();
    };
    return {
      url: `mongodb://127.0.0.1:${String(port)}/?directConnection=true`,
      port,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
