import { z } from 'zod';
import { ConfigError } from './config-error.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const DEVELOPMENT_SECRET = 'florin-development-secret-only-for-localhost';

const port = z.coerce.number().int().min(0).max(65535);
/** `host:port` of a gRPC server */
const address = z.string().regex(/^[^\s:/]+:\d{1,5}$/, 'must be host:port');
const url = (...schemes: string[]) =>
  z.url().refine((value) => schemes.some((scheme) => value.startsWith(`${scheme}://`)), {
    error: `must start with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });

/** Environment variables with one meaning in every service; a service's config.ts picks what it needs. */
export const env = {
  port,
  address,
  flag: z.enum(['true', 'false']).transform((value) => value === 'true'),
  list: z.string().transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
  postgresUrl: url('postgres', 'postgresql'),
  mongodbUrl: url('mongodb', 'mongodb+srv'),
  amqpUrl: url('amqp', 'amqps'),
  redisUrl: url('redis', 'rediss'),
  httpUrl: url('http', 'https'),
};

/** Where traces go, by the names that OpenTelemetry gives these variables. */
export const telemetryEnv = {
  /** base URL of a collector that takes OTLP over HTTP, e.g. http://collector:4318; absent: no traces are exported */
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https').optional(),
  /** headers of each export, `name=value,name=value`, percent-encoded */
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  /** how many of the traces that begin here are exported, 0 to 1; a trace that a caller began follows the caller */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

/** What every process takes. Ports differ, so each service gives its own defaults. */
export function processEnv(defaults: { httpPort: number; grpcPort: number }) {
  return {
    ...telemetryEnv,
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    HTTP_HOST: z.string().min(1).default('127.0.0.1'),
    HTTP_PORT: port.default(defaults.httpPort),
    GRPC_HOST: z.string().min(1).default('127.0.0.1'),
    GRPC_PORT: port.default(defaults.grpcPort),
    /** how long a process that is told to stop serves on, not ready, so that load balancers turn to others */
    LAME_DUCK_MS: z.coerce.number().int().min(0).max(60_000).default(0),
    /** shared by all processes: signs identities and service tokens, seals codes on the bus */
    INTERNAL_SECRET: z.string().min(32, 'must have at least 32 characters').default(DEVELOPMENT_SECRET),
  };
}

/** Where events go: RabbitMQ when AMQP_URL is given, else pg-boss on BUS_POSTGRES_URL. */
export const busEnv = {
  AMQP_URL: env.amqpUrl.optional(),
  BUS_POSTGRES_URL: env.postgresUrl.optional(),
  BUS_NAMESPACE: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}$/)
    .default('florin'),
};

/**
 * Reads the environment by a schema into a frozen object. Empty variables count as absent. A password may be given apart,
 * as POSTGRES_PASSWORD beside POSTGRES_URL: then it may hold any character.
 * Throws ConfigError naming every faulty variable, or when the development secret would be used by a server that other machines can reach.
 */
export function loadConfig<T extends z.ZodRawShape>(
  shape: T,
  environment: Record<string, string | undefined>,
): Readonly<z.infer<z.ZodObject<T>>> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = z.object(shape).safeParse(withPasswords(given));
  if (!parsed.success) {
    throw incomplete(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  refuseDevelopmentSecret(parsed.data, environment);
  return Object.freeze(parsed.data);
}

/** The error that names every fault. */
export function incomplete(faults: readonly string[]): ConfigError {
  return new ConfigError(`The environment is not complete:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

/** What is at fault when a service without a PostgreSQL of its own was told of no bus. */
export function busFaults(config: { AMQP_URL?: string | undefined; BUS_POSTGRES_URL?: string | undefined }): string[] {
  if (config.AMQP_URL !== undefined || config.BUS_POSTGRES_URL !== undefined) return [];
  return [
    'AMQP_URL or BUS_POSTGRES_URL: one must be given. Events go over RabbitMQ (AMQP_URL) or pg-boss on a PostgreSQL ' +
      '(BUS_POSTGRES_URL); this service has no PostgreSQL of its own.',
  ];
}

/** Puts the password that is given apart into its URL, escaped, unless the URL has one or names no user. */
function withPasswords(given: Record<string, string | undefined>): Record<string, string | undefined> {
  const entries = Object.entries(given).map(([name, value = '']) => {
    const password = name.endsWith('_URL') ? given[name.replace(/URL$/, 'PASSWORD')] : undefined;
    if (password === undefined || !URL.canParse(value)) return [name, value];
    const url = new URL(value);
    if (url.username === '' || url.password !== '') return [name, value];
    url.password = encodeURIComponent(password);
    return [name, url.href];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Whether docker-compose.yml publishes the gateway beyond this machine: FLORIN_BIND is an address or a domain then. */
export function isPublished({ FLORIN_BIND: publishedOn = '' }: Record<string, string | undefined>): boolean {
  return publishedOn !== '' && !LOOPBACK.has(publishedOn);
}

function refuseDevelopmentSecret(
  config: Record<string, unknown>,
  environment: Record<string, string | undefined>,
): void {
  if (config['INTERNAL_SECRET'] !== DEVELOPMENT_SECRET) return;
  // a container listens on all its addresses; what counts is where docker-compose.yml publishes its ports
  if (LOOPBACK.has(environment['FLORIN_BIND'] ?? '')) return;
  for (const name of ['HTTP_HOST', 'GRPC_HOST', 'HOST']) {
    const host = config[name];
    if (typeof host === 'string' && !LOOPBACK.has(host)) {
      throw new ConfigError(`INTERNAL_SECRET must be set when ${name} is not loopback (it is ${host})`);
    }
  }
}
