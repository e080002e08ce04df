import { isCurrency } from '@florin/money';
import { busEnv, env, loadConfig, processEnv } from '@florin/service-kit';
import { z } from 'zod';

/** The settings, by the names of their environment variables. */
export const shape = {
  ...processEnv({ httpPort: 4004, grpcPort: 5004 }),
  ...busEnv,
  POSTGRES_URL: env.postgresUrl,
  LEDGER_GRPC: env.address.default('127.0.0.1:5003'),
  USERS_GRPC: env.address.default('127.0.0.1:5002'),
  /** currency of main wallets */
  FLORIN_CURRENCY: z.string().refine(isCurrency, 'must be an ISO 4217 code').default('USD'),
  /** may people note money into their main wallets, or does it come by deposits and payments only */
  NOTE_INTO_MAIN_WALLETS: env.flag.default(true),
  /** how often operations that nobody finished are looked for */
  RECONCILE_EVERY_MS: z.coerce.number().int().min(50).max(600_000).default(2_000),
};

export type Config = ReturnType<typeof readConfig>;

export function readConfig(environment: Record<string, string | undefined>) {
  return loadConfig(shape, environment);
}
