import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { currentContext } from './context.ts';

export type { Logger } from 'pino';

/** Wherever these names occur in a logged object, the value is not written. */
const SECRET_NAMES = [
  'password', 'newPassword', 'currentPassword', 'oldPassword', 'token', 'accessToken', 'refreshToken', 'code', 'otp',
  'secret', 'authorization', 'cookie', 'set-cookie', 'sealedCode', 'totp_code', 'qr_secret', 'pushToken', 'fcmToken',
]; // prettier-ignore

/** A JSON logger that names the service and the request, and never writes secrets. */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    redact: { paths: SECRET_NAMES.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]), remove: true },
    serializers: { err: tellError },
    mixin: () => {
      const context = currentContext();
      return context ? { requestId: context.requestId } : {};
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

const MOST_CAUSES = 5;

/** What a log says of an error (`code` is a secret's name): never its other properties, for a driver hangs whole connections on them. */
function tellError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: typeof error === 'string' ? error : 'not an error' };
  const { name, message, stack, cause } = error;
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  const parts = Array.isArray(errors) ? errors.filter((part) => part instanceof Error) : [];
  return {
    type: name,
    message,
    ...(typeof code === 'string' || typeof code === 'number' ? { errorCode: code } : {}),
    stack,
    ...(cause !== undefined && depth < MOST_CAUSES ? { cause: tellError(cause, depth + 1) } : {}),
    ...(parts.length > 0 && depth < MOST_CAUSES
      ? { errors: parts.slice(0, 5).map((part) => tellError(part, depth + 1)) }
      : {}),
  };
}
