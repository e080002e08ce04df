import { isCurrency } from '@florin/money';
import { ConfigError, busEnv, env, loadConfig, processEnv } from '@florin/service-kit';
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
  /** may people note money into their main wallets; what is noted there can be paid with, so only for development */
  NOTE_INTO_MAIN_WALLETS: env.flag.optional(),
  /** how often operations that nobody finished are looked for */
  RECONCILE_EVERY_MS: z.coerce.number().int().min(50).max(600_000).default(2_000),
  /** attachments stand in this folder, unless there is a bucket for them */
  ATTACHMENTS_DIR: z.string().min(1).default('.florin/attachments'),
  /** how many bytes of attachments a person may have */
  ATTACHMENT_BYTES_PER_PERSON: z.coerce
    .number()
    .int()
    .min(0)
    .default(500 * 1024 * 1024),
  /** a bucket of a store that speaks Amazon's S3 */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]+$/, 'must be the name of a bucket')
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_KEY: z.string().min(1).optional(),
  /** exports and searches of one person a minute and at once; of all people at once */
  EXPORTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000).default(10),
  EXPORTS_AT_ONCE: z.coerce.number().int().min(1).max(20).default(2),
  SEARCHES_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(240),
  SEARCHES_AT_ONCE: z.coerce.number().int().min(1).max(50).default(4),
  COSTLY_READS_AT_ONCE: z.coerce.number().int().min(1).max(8).default(4),
};

export type Config = ReturnType<typeof readConfig>;

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Throws ConfigError, also when noted money could become real where other machines reach the service. */
export function readConfig(environment: Record<string, string | undefined>) {
  const config = loadConfig(shape, environment);
  const isLocal = [config.HTTP_HOST, config.GRPC_HOST].every((host) => LOOPBACK.includes(host));
  if (config.NOTE_INTO_MAIN_WALLETS === true && !isLocal) {
    throw new ConfigError(
      'NOTE_INTO_MAIN_WALLETS: must not be true when HTTP_HOST or GRPC_HOST is not loopback; what people note would be money',
    );
  }
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY } = config;
  const bucket = [S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY];
  if (new Set(bucket.map((each) => each === undefined)).size > 1) {
    throw new ConfigError('S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY go together');
  }
  return Object.freeze({ ...config, NOTE_INTO_MAIN_WALLETS: config.NOTE_INTO_MAIN_WALLETS ?? isLocal });
}
