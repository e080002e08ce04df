import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AskingLimits } from '@florin/errors';
import { isCurrency } from '@florin/money';
import { ConfigError, busEnv, env, isPublished, loadConfig, processEnv } from '@florin/service-kit';
import type { ReferenceLimits } from './domain/posting/limits.ts';

const currency = z
  .string()
  .refine((value) => isCurrency(value) && value !== 'PTS', 'must be an ISO 4217 code')
  .default('USD');
const wholeUnits = z.coerce.bigint().min(1n).max(1_000_000_000n);

/** The settings, by the names of their environment variables. */
export const shape = {
  ...processEnv({ httpPort: 4003, grpcPort: 5003 }),
  ...busEnv,
  POSTGRES_URL: env.postgresUrl,
  AUTH_GRPC: env.address.default('127.0.0.1:5001'),
  USERS_GRPC: env.address.default('127.0.0.1:5002'),
  /** currency of the account every new user gets */
  FLORIN_CURRENCY: currency,
  /** what a person may send in one transfer, a day and a month by default: major units of LIMIT_CURRENCY or their worth */
  LIMIT_CURRENCY: currency,
  LIMIT_SINGLE: wholeUnits.default(10_000n),
  LIMIT_DAY: wholeUnits.default(25_000n),
  LIMIT_MONTH: wholeUnits.default(100_000n),
  /** payment requests by one person in 24 hours, in all and to the same person; hours for which a decline holds */
  PAYMENT_REQUESTS_PER_DAY: z.coerce.number().int().min(1).max(10_000).default(200),
  PAYMENT_REQUESTS_PER_PAIR_PER_DAY: z.coerce.number().int().min(1).max(1_000).default(10),
  PAYMENT_REQUEST_DECLINE_HOURS: z.coerce.number().int().min(0).max(720).default(24),
  DEPLOYMENT: z.enum(['development', 'production']).default('production'),
  /** `sandbox` lets everybody deposit what they like: by itself in development only */
  FUNDING_PROVIDER: z.enum(['sandbox', 'none']).optional(),
  /** batches of postings under way at a time */
  POSTER_LANES: z.coerce.number().int().min(1).max(16).default(4),
  /** statements, and lists of transfers by a filter, of one person a minute and at once; of all people at once */
  STATEMENTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000).default(20),
  STATEMENTS_AT_ONCE: z.coerce.number().int().min(1).max(20).default(2),
  SEARCHES_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(240),
  SEARCHES_AT_ONCE: z.coerce.number().int().min(1).max(50).default(4),
  COSTLY_READS_AT_ONCE: z.coerce.number().int().min(1).max(8).default(4),
};

type Given = z.infer<z.ZodObject<typeof shape>>;
export type Config = Readonly<Given & { FUNDING_PROVIDER: 'sandbox' | 'none' }>;

/** Reads the environment; throws ConfigError naming every variable at fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const config = loadConfig(shape, environment);
  const provider = config.FUNDING_PROVIDER ?? (config.DEPLOYMENT === 'development' ? 'sandbox' : 'none');
  if (provider === 'sandbox' && isPublished(environment)) {
    throw new ConfigError(
      `FUNDING_PROVIDER: sandbox lets everybody deposit what they like, and the gateway is published on ` +
        `${environment['FLORIN_BIND'] ?? ''}. Set FUNDING_PROVIDER=none.`,
    );
  }
  return Object.freeze({ ...config, FUNDING_PROVIDER: provider });
}

/** The default limits as the settings name them. */
export function limitsOf(config: Config): ReferenceLimits {
  const { LIMIT_CURRENCY, LIMIT_SINGLE, LIMIT_DAY, LIMIT_MONTH } = config;
  return { currency: LIMIT_CURRENCY, single: LIMIT_SINGLE, day: LIMIT_DAY, month: LIMIT_MONTH };
}

/** A person's shares of costly reads, and everybody's. */
export const sharesOf = (config: Config) => ({
  statements: {
    perMinute: config.STATEMENTS_PER_MINUTE,
    atOnce: config.STATEMENTS_AT_ONCE,
    inAll: config.COSTLY_READS_AT_ONCE,
    message: 'You ask for statements too often; try again later',
  },
  searches: {
    perMinute: config.SEARCHES_PER_MINUTE,
    atOnce: config.SEARCHES_AT_ONCE,
    inAll: config.COSTLY_READS_AT_ONCE,
    message: 'You search too often; try again later',
  },
});

/** The limits of asking as the settings name them. */
export function askingLimitsOf(config: Config): AskingLimits {
  const { PAYMENT_REQUESTS_PER_DAY, PAYMENT_REQUESTS_PER_PAIR_PER_DAY, PAYMENT_REQUEST_DECLINE_HOURS } = config;
  return {
    perDay: PAYMENT_REQUESTS_PER_DAY,
    perPairPerDay: PAYMENT_REQUESTS_PER_PAIR_PER_DAY,
    declineHours: PAYMENT_REQUEST_DECLINE_HOURS,
  };
}

/** Where an operator's program finds the ledger: POSTGRES_URL, else the one that `npm start` runs. Throws an Error that says how. */
export async function findPostgresUrl(environment: Record<string, string | undefined>): Promise<string> {
  const given = environment['POSTGRES_URL'];
  if (given) return given;
  const dataDir = environment['FLORIN_DATA'] ?? join(import.meta.dirname, '../../../.florin');
  try {
    const left = JSON.parse(await readFile(join(dataDir, 'admin.json'), 'utf8')) as Record<string, string>;
    if (left['LEDGER_POSTGRES_URL']) return left['LEDGER_POSTGRES_URL'];
  } catch {
    // told below
  }
  throw new Error('Give POSTGRES_URL of the ledger, or FLORIN_DATA of a running `npm start`');
}
