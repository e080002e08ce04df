import { z } from 'zod';
import { isCurrency } from '@florin/money';
import { ConfigError, busEnv, env, loadConfig, processEnv, telemetryEnv } from '@florin/service-kit';

const count = z.coerce.number().int().min(1);
const { LOG_LEVEL, INTERNAL_SECRET, LAME_DUCK_MS } = processEnv({ httpPort: 8080, grpcPort: 0 });

/** The settings, by the names of their environment variables. */
export const shape = {
  LOG_LEVEL,
  INTERNAL_SECRET,
  LAME_DUCK_MS,
  ...telemetryEnv,
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: env.port.default(8080),
  ...busEnv,
  /** the URL people reach the gateway by; issuer of every token */
  PUBLIC_URL: env.httpUrl.default('http://localhost:8080').transform((url) => url.replace(/\/+$/, '')),
  DEPLOYMENT: z.enum(['development', 'production']).default('production'),

  AUTH_URL: env.httpUrl.default('http://127.0.0.1:4001'),
  USERS_URL: env.httpUrl.default('http://127.0.0.1:4002'),
  LEDGER_URL: env.httpUrl.default('http://127.0.0.1:4003'),
  FINANCE_URL: env.httpUrl.default('http://127.0.0.1:4004'),
  NOTIFY_URL: env.httpUrl.default('http://127.0.0.1:4005'),
  AUTH_GRPC: env.address.default('127.0.0.1:5001'),
  USERS_GRPC: env.address.default('127.0.0.1:5002'),
  LEDGER_GRPC: env.address.default('127.0.0.1:5003'),
  FINANCE_GRPC: env.address.default('127.0.0.1:5004'),
  NOTIFY_GRPC: env.address.default('127.0.0.1:5005'),

  /** shares rate limits between gateways; without it each counts in its own memory */
  REDIS_URL: env.redisUrl.optional(),
  /** processes that share the port, for machines with more cores; more than one needs REDIS_URL */
  GATEWAY_WORKERS: count.max(64).default(1),
  /** browser origins that may call, e.g. https://app.example; `*` for any, without credentials */
  ALLOWED_ORIGINS: env.list.default([]),
  /** addresses or CIDR ranges of proxies whose X-Forwarded-For is believed */
  TRUSTED_PROXIES: env.list.default([]),
  /** who may read /metrics: callers on this machine, everybody, nobody */
  METRICS: z.enum(['loopback', 'on', 'off']).default('loopback'),
  /** serves /metrics on a port of its own too, to whoever reaches it: one that is not published */
  METRICS_PORT: env.port.optional(),
  /** time for an upstream to begin its answer, and between two pieces of it */
  UPSTREAM_TIMEOUT_MS: count.max(120_000).default(15_000),
  RATE_LIMIT_ADDRESS_PER_MINUTE: count.default(300),
  RATE_LIMIT_USER_PER_MINUTE: count.default(600),
  /** the longest life of any token: so long is a revocation remembered */
  MAX_TOKEN_DAYS: count.max(3_660).default(366),

  /** currency of main accounts, in which the dialects name amounts */
  FLORIN_CURRENCY: z.string().refine(isCurrency, 'must be an ISO 4217 code').default('USD'),
  /** published: 8 characters or more, as the dialects' pages say; strict: the rules of /v1 */
  DIALECT_PASSWORDS: z.enum(['published', 'strict']).default('strict'),
  /** the same send again within this time posts once; 0 turns it off */
  DOUBLE_TAP_MS: z.coerce.number().int().min(0).max(60_000).default(2_000),
  /** dialects that post every send */
  DOUBLE_TAP_OFF: env.list.default([]),
  /** SameSite of the dialects' cookies; `none` also makes them Secure */
  COOKIE_SAME_SITE: z.enum(['lax', 'strict', 'none']).default('lax'),
  /** true: SpotMe's `all-friends?id=` answers names and usernames without a token, as one published client asks it */
  SPOTME_OPEN_FRIENDS: env.flag.default(false),
  /** country of Fenaka's 7-digit mobile numbers */
  FENAKA_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code')
    .default('MV'),
  /** what Fenaka's app must send as `Authorization: Bearer`; absent: not looked at */
  FENAKA_APP_TOKEN: z.string().min(8).optional(),
};

export type Config = Readonly<z.infer<z.ZodObject<typeof shape>>>;

/** Reads the gateway's environment. Throws ConfigError that names every faulty variable. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const config = loadConfig(shape, environment);
  if (config.AMQP_URL === undefined && config.BUS_POSTGRES_URL === undefined) {
    throw new ConfigError('AMQP_URL or BUS_POSTGRES_URL must be set: the gateway hears of ended sessions over the bus');
  }
  if (config.GATEWAY_WORKERS > 1 && config.REDIS_URL === undefined) {
    throw new ConfigError(
      'REDIS_URL must be set with GATEWAY_WORKERS above 1: by it the workers share limits and keys of writes',
    );
  }
  return config;
}
