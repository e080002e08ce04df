import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { ConfigError, busEnv, env, loadConfig, processEnv } from '@florin/service-kit';
import type { Settings } from './app/ports.ts';

const GOOGLE_JWKS_URL = 'https://www.googleapis.com/oauth2/v3/certs';

const pepper = z
  .string()
  .regex(/^[a-z0-9-]{1,20}:.{32,200}$/, 'must be <key id>:<secret of at least 32 characters>')
  .transform((value) => {
    const colon = value.indexOf(':');
    return { id: value.slice(0, colon), secret: value.slice(colon + 1) };
  });

/** The settings, by the names of their environment variables. */
export const shape = {
  ...processEnv({ httpPort: 4001, grpcPort: 5001 }),
  ...busEnv,
  POSTGRES_URL: env.postgresUrl,
  LEDGER_GRPC: env.address.default('127.0.0.1:5003'),
  /** the gateway as people reach it: issuer of tokens, base of links, relying party of passkeys */
  PUBLIC_URL: env.httpUrl.default('http://localhost:8080'),
  DEPLOYMENT: z.enum(['development', 'production']).default('production'),
  /** addresses whose X-Forwarded-For is believed: names of proxy-addr (loopback, uniquelocal) or CIDR ranges */
  TRUSTED_PROXIES: env.list.default(['loopback']),
  /** further origins that may change things with cookies; PUBLIC_URL always may */
  ALLOWED_ORIGINS: env.list.default([]),
  BCRYPT_COST: z.coerce.number().int().min(4).max(15).default(10),
  /** hashes computed at once; each holds one thread of libuv's pool */
  BCRYPT_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(availableParallelism()),
  /** hashes that may wait for their turn before sign-ins are refused with 503 */
  BCRYPT_QUEUE: z.coerce.number().int().min(0).max(10_000).default(64),
  /** comma-separated <key id>:<secret>, the one in use first; older ones verify until their owners sign in */
  PASSWORD_PEPPERS: env.list.pipe(z.array(pepper)).default([]),
  GOOGLE_CLIENT_IDS: env.list.default([]),
  GOOGLE_JWKS_URL: env.httpUrl.default(GOOGLE_JWKS_URL),
  /** origins of browsers and apps that may use passkeys; PUBLIC_URL always may */
  WEBAUTHN_ORIGINS: env.list.default([]),
  /** hours an address that nobody proved stays with the account that named it, before another may */
  UNPROVEN_CLAIM_HOURS: z.coerce.number().int().min(1).max(720).default(24),
  /** countries (ISO 3166, e.g. DE) whose numbers get text messages; none given means all */
  SMS_COUNTRIES: env.list.default([]),
  /** text messages with codes an hour: in all, and to one country */
  SMS_PER_HOUR: z.coerce.number().int().min(1).max(1_000_000).default(1_000),
  SMS_PER_COUNTRY_PER_HOUR: z.coerce.number().int().min(1).max(1_000_000).default(300),
  /** days a username that was given up stays with whom it belonged to */
  USERNAME_HELD_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  /** days a signing key is used before the next takes over */
  KEY_ROTATION_DAYS: z.coerce.number().int().min(2).max(365).default(90),
};

export type Config = Readonly<z.infer<z.ZodObject<typeof shape>>>;

/** Reads the environment; throws ConfigError naming every faulty variable. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const config = loadConfig(shape, environment);
  if (config.DEPLOYMENT === 'production' && config.BCRYPT_COST < 10 && !isLoopback(config.PUBLIC_URL)) {
    throw new ConfigError('BCRYPT_COST: must be at least 10 unless PUBLIC_URL is this machine');
  }
  return config;
}

/** What use cases know of the configuration. */
export function settingsOf(config: Config): Settings {
  const own = new URL(config.PUBLIC_URL).origin;
  return {
    publicUrl: config.PUBLIC_URL,
    development: config.DEPLOYMENT === 'development',
    unprovenClaimMs: config.UNPROVEN_CLAIM_HOURS * 3_600_000,
    usernameHeldMs: config.USERNAME_HELD_DAYS * 86_400_000,
    sms: {
      countries: config.SMS_COUNTRIES,
      perHour: config.SMS_PER_HOUR,
      perCountryPerHour: config.SMS_PER_COUNTRY_PER_HOUR,
    },
    origins: [own, ...config.ALLOWED_ORIGINS],
    passkeyOrigins: [own, ...config.WEBAUTHN_ORIGINS],
  };
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
