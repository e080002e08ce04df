import { z } from 'zod';
import { busEnv, busFaults, env, incomplete, loadConfig, processEnv } from '@florin/service-kit';

const serviceAccount = z
  .string()
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue('must be the JSON of a Google service account');
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      project_id: z.string().min(1),
      client_email: z.string().min(1),
      private_key: z.string().includes('PRIVATE KEY'),
      token_uri: z.url().default('https://oauth2.googleapis.com/token'),
    }),
  );

/** The settings, by the names of their environment variables. */
export const shape = {
  ...processEnv({ httpPort: 4005, grpcPort: 5005 }),
  ...busEnv,
  MONGODB_URL: env.mongodbUrl,
  AUTH_GRPC: env.address.default('127.0.0.1:5001'),
  USERS_GRPC: env.address.default('127.0.0.1:5002'),
  /** after news of a stranger went out, what others do is gathered so long and told by one mail and push; 0: never */
  NEWS_GATHER_MINUTES: z.coerce.number().int().min(0).max(1_440).default(60),
  PUBLIC_URL: env.httpUrl.default('http://localhost:8080'),
  /** a web client of the Personal Finance Tracker's API: mails with a code link to its screens */
  TRACKER_SITE_URL: env.httpUrl.optional(),
  /** `development` keeps what has no channel in a mailbox at /dev/mailbox */
  DEPLOYMENT: z.enum(['development', 'production']).default('production'),
  SMTP_URL: z
    .url()
    .refine((url) => /^smtps?:\/\//.test(url), 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]{3,320}$/, 'must be one line')
    .default('Florin <no-reply@localhost>'),
  TWILIO_ACCOUNT_SID: z.string().optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  /** a number in E.164 or a messaging service id (MG...) */
  TWILIO_FROM: z.string().optional(),
  TWILIO_URL: env.httpUrl.default('https://api.twilio.com'),
  /** any other SMS provider: gets POST { id, to, text } */
  SMS_WEBHOOK_URL: env.httpUrl.optional(),
  SMS_WEBHOOK_TOKEN: z.string().optional(),
  FCM_SERVICE_ACCOUNT: serviceAccount.optional(),
  FCM_URL: env.httpUrl.default('https://fcm.googleapis.com'),
};

export type Config = Readonly<z.infer<z.ZodObject<typeof shape>>>;

/** Reads the environment; throws ConfigError naming every variable at fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const config = loadConfig(shape, environment);
  const faults = [
    ...busFaults(config),
    ...halfGiven(config, ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM']),
  ];
  if (faults.length > 0) throw incomplete(faults);
  return config;
}

function halfGiven(config: Config, names: ('TWILIO_ACCOUNT_SID' | 'TWILIO_AUTH_TOKEN' | 'TWILIO_FROM')[]): string[] {
  const missing = names.filter((name) => config[name] === undefined);
  return missing.length === names.length
    ? []
    : missing.map((name) => `${name}: must be given with the others of Twilio`);
}
