import { pino, type DestinationStream, type Logger } from 'pino';
import { currentContext } from './context.ts';

export type { Logger } from 'pino';

/** Wherever these names occur in a logged object, the value is not written. */
const SECRET_NAMES = [
  'password',
  'newPassword',
  'currentPassword',
  'oldPassword',
  'token',
  'accessToken',
  'refreshToken',
  'code',
  'otp',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
  'sealedCode',
  'totp_code',
  'qr_secret',
  'pushToken',
  'fcmToken',
];

/** A JSON logger that names the service, the request and its trace, and never writes secrets. */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    redact: { paths: SECRET_NAMES.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]), remove: true },
    serializers: { err: describeError },
    mixin: () => {
      const context = currentContext();
      if (!context) return {};
      const { requestId, traceparent } = context;
      return { requestId, traceId: traceparent.slice(3, 35), spanId: traceparent.slice(36, 52) };
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

const MAX_CAUSES = 5;

/**
 * What is logged of an error. Never its other properties: drivers attach whole connections, with passwords. Its `code` is
 * logged as `errorCode`, because `code` is the name of a secret.
 */
function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: typeof error === 'string' ? error : 'not an error' };
  const { name, message, stack, cause } = error;
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  const parts = Array.isArray(errors) ? errors.filter((part) => part instanceof Error) : [];
  return {
    type: name,
    message,
    ...(typeof code === 'string' || typeof code === 'number' ? { errorCode: code } : {}),
    stack,
    ...(cause !== undefined && depth < MAX_CAUSES ? { cause: describeError(cause, depth + 1) } : {}),
    ...(parts.length > 0 && depth < MAX_CAUSES
      ? { errors: parts.slice(0, 5).map((part) => describeError(part, depth + 1)) }
      : {}),
  };
}
