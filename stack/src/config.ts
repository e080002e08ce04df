import { resolve } from 'node:path';
import { z } from 'zod';
import { busEnv, env, loadConfig } from '@florin/service-kit';

const shape = {
  PORT: env.port.default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** where data, secrets and the log are kept */
  FLORIN_DATA: z.string().min(1).default('.florin'),
  POSTGRES_URL: env.postgresUrl.optional(),
  MONGODB_URL: env.mongodbUrl.optional(),
  REDIS_URL: env.redisUrl.optional(),
  INTERNAL_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  ...busEnv,
};

/** What `npm start` reads itself; everything else in the environment reaches the services as it is. */
export function readStackConfig(environment: Record<string, string | undefined>) {
  const config = loadConfig(shape, environment);
  return { ...config, FLORIN_DATA: resolve(config.FLORIN_DATA), environment };
}

export type StackConfig = ReturnType<typeof readStackConfig>;
