import { join } from 'node:path';
import { startMongoServer, startPostgres } from '@florin/embedded';
import type { StackConfig } from './config.ts';
import type { Progress } from './progress.ts';

/** Where the services find their stores. */
export interface Stores {
  postgresUrl(database: string): string;
  mongodbUrl(database: string): string;
  amqpUrl: string | undefined;
  /** data that is kept elsewhere than in FLORIN_DATA, for the banner */
  notes: string[];
  stop(): Promise<void>;
}

const POSTGRES_DATABASES = ['auth', 'ledger', 'finance', 'bus'];

/** Uses the stores that the environment names, and starts an embedded one for each that it does not. */
export async function startStores(config: StackConfig, progress: Progress): Promise<Stores> {
  const stops: (() => Promise<void>)[] = [];
  const notes: string[] = [];
  const stop = async () => {
    for (const each of stops.splice(0)) await each();
  };
  try {
    const [postgresUrl, mongodbUrl] = await Promise.all([
      postgres(config, progress, stops, notes),
      mongodb(config, progress, stops),
    ]);
    return { postgresUrl, mongodbUrl, amqpUrl: config.AMQP_URL, notes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function postgres(config: StackConfig, progress: Progress, stops: (() => Promise<void>)[], notes: string[]) {
  const given = config.POSTGRES_URL;
  if (given) return (database: string) => withDatabase(given, `florin_${database}`);
  const dataDir = join(config.FLORIN_DATA, 'postgres');
  const server = await progress.step(
    'PostgreSQL (embedded)',
    () => startPostgres({ dataDir, databases: POSTGRES_DATABASES }),
    ({ port }) => `port ${port}`,
  );
  stops.push(() => server.stop());
  if (server.note !== undefined) notes.push(server.note);
  return (database: string) => server.url(database);
}

async function mongodb(config: StackConfig, progress: Progress, stops: (() => Promise<void>)[]) {
  const given = config.MONGODB_URL;
  if (given) return (database: string) => withDatabase(given, `florin_${database}`);
  const server = await progress.step(
    'Documents (embedded)',
    () => startMongoServer({ dataDir: join(config.FLORIN_DATA, 'documents'), port: 0 }),
    ({ port }) => `port ${port}, MongoDB protocol`,
  );
  stops.push(() => server.stop());
  return (database: string) => withDatabase(server.url, database);
}

/** The URL with another database, unless it names one: services keep to a schema or collections of their own. */
function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  if (parsed.pathname.length <= 1) parsed.pathname = `/${database}`;
  return parsed.href;
}
