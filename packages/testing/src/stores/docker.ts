import { getContainerRuntimeClient } from 'testcontainers';

export interface DockerStores {
  postgresUrl: string | undefined;
  mongodbUrl: string | undefined;
  amqpUrl: string | undefined;
  stop: () => Promise<void>;
}

/** Starts the wanted stores in containers, side by side; undefined when no Docker engine answers. */
export async function startDockerStores(want: {
  postgres: boolean;
  mongodb: boolean;
  rabbitmq: boolean;
}): Promise<DockerStores | undefined> {
  if (!(await dockerAnswers())) return undefined;
  const [{ PostgreSqlContainer }, { MongoDBContainer }, { RabbitMQContainer }] = await Promise.all([
    import('@testcontainers/postgresql'),
    import('@testcontainers/mongodb'),
    import('@testcontainers/rabbitmq'),
  ]);
  const [postgres, mongodb, rabbitmq] = await Promise.all([
    want.postgres ? new PostgreSqlContainer('postgres:17').start() : undefined,
    want.mongodb ? new MongoDBContainer('mongo:7').start() : undefined,
    want.rabbitmq ? new RabbitMQContainer('rabbitmq:4-management').start() : undefined,
  ]);
  return {
    postgresUrl: postgres?.getConnectionUri(),
    mongodbUrl: mongodb ? `${mongodb.getConnectionString()}/?directConnection=true` : undefined,
    amqpUrl: rabbitmq?.getAmqpUrl(),
    stop: async () => {
      await Promise.all([postgres?.stop(), mongodb?.stop(), rabbitmq?.stop()]);
    },
  };
}

async function dockerAnswers(): Promise<boolean> {
  try {
    await getContainerRuntimeClient();
    return true;
  } catch {
    return false;
  }
}
