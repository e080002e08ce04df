import mongoose from 'mongoose';
import type { Connection, ConnectOptions } from 'mongoose';
import type { Metrics } from '../telemetry/metrics.ts';
import { isTracing } from '../telemetry/spans.ts';
import { traceCommands, watchConnections } from './watch.ts';
import { secretCheckValue, wrongSecret } from '../store/secret-check.ts';
import { isDuplicateKey } from './idempotency.ts';

export interface Mongo {
  /** Models may be registered on it before it is connected; queries wait for `start`. */
  connection: Connection;
  /** Connects and makes the indexes of every model: the unique ones carry invariants. Throws when the server does not answer within 8 s. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Throws when the server does not answer. */
  ping(): Promise<void>;
}

export interface MongoOptions {
  url: string;
  database: string;
  /** INTERNAL_SECRET: `start` refuses a database that was written with another one */
  secret?: string;
  /** of the process, which then tells how the pool is used */
  metrics?: Metrics | undefined;
}

/**
 * Makes a connection of the process's own (models are never registered globally) that connects at `start`.
 * `database` is used when the URL names none. Values that look like operators are harmless in filters.
 */
export function createMongo({ url, database, secret, metrics }: MongoOptions): Mongo {
  const connection = mongoose.createConnection();
  // otherwise each model would ask for its indexes when it is registered, before there is a connection
  connection.set('autoIndex', false);
  connection.set('autoCreate', false);
  return {
    connection,
    start: async () => {
      await open(connection, url, database);
      if (metrics) watchConnections(connection.getClient(), `florin-${database}`, metrics);
      if (isTracing()) traceCommands(connection.getClient());
      if (secret !== undefined) await checkSecret(connection, secret);
      await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()));
    },
    stop: () => connection.close(),
    ping: async () => {
      await connection.db?.command({ ping: 1 });
    },
  };
}

const START_TRIES = 4;

/** Tries for about 8 s: a server that has just been started, or a busy machine, gets more than one chance. */
async function open(connection: Connection, url: string, database: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await connection.openUri(url, optionsFor(url, database));
      return;
    } catch (error) {
      if (tries === START_TRIES || (error as Error).name !== 'MongooseServerSelectionError') throw error;
    }
  }
}

function optionsFor(url: string, database: string): ConnectOptions {
  const named = new URL(url).pathname.length > 1;
  return {
    ...(named ? {} : { dbName: database }),
    // A host that vanished without closing its connections is noticed within 5 s: a check every second takes at most 2 s,
    // then the driver breaks off what is under way, and what is tried once more finds no server for 2 s.
    heartbeatFrequencyMS: 1_000,
    connectTimeoutMS: 2_000,
    serverSelectionTimeoutMS: 2_000,
    socketTimeoutMS: 30_000,
    maxPoolSize: 20,
    autoIndex: false,
    autoCreate: false,
    monitorCommands: isTracing(),
    sanitizeFilter: true,
    appName: `florin-${database}`,
  };
}

/** Keeps the check value of the secret on the first start, and compares it on every other one. Throws ConfigError. */
async function checkSecret(connection: Connection, secret: string): Promise<void> {
  const checks = connection.collection<{ _id: string; value: string }>('secret_check');
  const value = secretCheckValue(secret);
  await checks.insertOne({ _id: 'INTERNAL_SECRET', value }).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
  const kept = await checks.findOne({ _id: 'INTERNAL_SECRET' });
  if (kept?.value !== value) throw wrongSecret(`MongoDB database ${connection.name}`, 'MONGODB_URL');
}
