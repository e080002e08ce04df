import { connect } from 'amqplib';
import pg from 'pg';
import { testStores } from './stores.ts';

/**
 * Takes a bus namespace of a test off the broker: the queues of the named consumers with their dead letters and the
 * exchanges on RabbitMQ, the schema on PostgreSQL. Hundreds of left quorum queues slow a broker down for everybody.
 */
export async function dropTestNamespace(namespace: string, consumers: readonly string[]): Promise<void> {
  if (!/^t[0-9a-f]{12}$/.test(namespace)) throw new Error(`${namespace} is not a test's namespace`);
  const { amqpUrl, postgresUrl } = testStores();
  if (amqpUrl === undefined) await dropSchema(postgresUrl, `${namespace}_bus`);
  else await dropQueues(amqpUrl, namespace, consumers);
}

async function dropQueues(amqpUrl: string, namespace: string, consumers: readonly string[]): Promise<void> {
  const connection = await connect(amqpUrl, { noDelay: true });
  const channel = await connection.createChannel();
  for (const consumer of consumers) {
    await channel.deleteQueue(`${namespace}.${consumer}`);
    await channel.deleteQueue(`${namespace}.${consumer}.dead`);
  }
  await channel.deleteExchange(`${namespace}.events`);
  await channel.deleteExchange(`${namespace}.dead-letters`);
  await connection.close();
}

async function dropSchema(postgresUrl: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`drop schema if exists ${schema} cascade`);
  await client.end();
}
