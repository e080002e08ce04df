import { z } from 'zod';
import { busEnv, busFaults, env, incomplete, loadConfig, processEnv } from '@florin/service-kit';

/** The settings, by the names of their environment variables. */
export const shape = {
  ...processEnv({ httpPort: 4002, grpcPort: 5002 }),
  ...busEnv,
  MONGODB_URL: env.mongodbUrl,
  AUTH_GRPC: env.address.default('127.0.0.1:5001'),
  LEDGER_GRPC: env.address.default('127.0.0.1:5003'),
  /** friend requests by one person in 24 hours, in all and to the same person; hours for which a decline holds */
  FRIEND_REQUESTS_PER_DAY: z.coerce.number().int().min(1).max(1_000).default(50),
  FRIEND_REQUESTS_PER_PAIR_PER_DAY: z.coerce.number().int().min(1).max(100).default(3),
  FRIEND_REQUEST_DECLINE_HOURS: z.coerce.number().int().min(0).max(720).default(24),
  /** `development` is what `npm start` uses */
  DEPLOYMENT: z.enum(['development', 'production']).default('production'),
};

export type Config = Readonly<z.infer<z.ZodObject<typeof shape>>>;

/** Reads the environment; throws ConfigError naming every variable at fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const config = loadConfig(shape, environment);
  const faults = busFaults(config);
  if (faults.length > 0) throw incomplete(faults);
  return config;
}
