import { z } from 'zod';
import { isCurrency } from '@florin/money';
import { busEnv, env, loadConfig, processEnv } from '@florin/service-kit';

const shape = {
  ...processEnv({ httpPort: 4003, grpcPort: 5003 }),
  ...busEnv,
  POSTGRES_URL: env.postgresUrl,
  AUTH_GRPC: env.address.default('127.0.0.1:5001'),
  USERS_GRPC: env.address.default('127.0.0.1:5002'),
  /** currency of the account every new user gets */
  FLORIN_CURRENCY: z
    .string()
    .refine((value) => isCurrency(value) && value !== 'PTS', 'must be an ISO 4217 code')
    .default('USD'),
  DEPLOYMENT: z.enum(['development', 'production']).default('production'),
  /** `sandbox` lets everybody deposit what they like: by itself in development only */
  FUNDING_PROVIDER: z.enum(['sandbox', 'none']).optional(),
  /** batches of postings under way at a time */
  POSTER_LANES: z.coerce.number().int().min(1).max(16).default(4),
};

type Given = z.infer<z.ZodObject<typeof shape>>;
export type Config = Readonly<Given & { FUNDING_PROVIDER: 'sandbox' | 'none' }>;

/** Reads the environment; throws ConfigError naming every variable at fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const config = loadConfig(shape, environment);
  const provider = config.FUNDING_PROVIDER ?? (config.DEPLOYMENT === 'development' ? 'sandbox' : 'none');
  return Object.freeze({ ...config, FUNDING_PROVIDER: provider });
}
