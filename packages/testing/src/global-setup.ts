import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDockerStores } from './stores/docker.ts';

type Stop = () => Promise<void>;

declare global {
  var florinTestStops: Stop[] | undefined;
}

/**
 * Brings up the stores of a jest run: the URLs of the environment where given, else containers when a Docker engine
 * answers, else the embedded ones. RabbitMQ has no embedded form: without one the suites run over pg-boss.
 */
export default async function setUp(): Promise<void> {
  const stops: Stop[] = [];
  globalThis.florinTestStops = stops;
  process.env['TEST_RUN_ID'] = randomBytes(4).toString('hex');
  let { POSTGRES_URL: postgres, MONGODB_URL: mongodb, AMQP_URL: amqp } = process.env;
  if (!postgres || !mongodb) {
    const docker = await startDockerStores({ postgres: !postgres, mongodb: !mongodb, rabbitmq: !amqp });
    if (docker) {
      stops.push(docker.stop);
      postgres ||= docker.postgresUrl;
      mongodb ||= docker.mongodbUrl;
      amqp ||= docker.amqpUrl;
    }
  }
  if (!postgres || !mongodb) {
    const directory = await mkdtemp(join(tmpdir(), 'florin-test-'));
    await chmod(directory, 0o755); // or PostgreSQL's own user can't enter it when root runs the tests
    stops.push(() => rm(directory, { recursive: true, force: true }));
    const { startMongoServer, startPostgres } = await import('@florin/embedded');
    if (!postgres) {
      const server = await startPostgres({ dataDir: join(directory, 'postgres'), databases: [] });
      stops.push(() => server.stop());
      postgres = server.url('postgres');
    }
    if (!mongodb) {
      const server = await startMongoServer({ dataDir: join(directory, 'mongo'), port: 0 });
      stops.push(() => server.stop());
      mongodb = server.url;
    }
  }
  Object.assign(process.env, { TEST_POSTGRES_URL: postgres, TEST_MONGODB_URL: mongodb, TEST_AMQP_URL: amqp ?? '' });
}
