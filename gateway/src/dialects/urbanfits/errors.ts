import { FlorinError, HTTP_STATUS, isFlorinError, type ErrorCode, type FieldFault } from '@florin/errors';
import type { Config } from '../../config.ts';
import type { DialectReply } from '../dialect.ts';
import { isUnderWay } from '../double-tap.ts';
import { clearSession } from './access.ts';

const NO_SESSION = 'invalid session token';
const BAD_SESSION = 'Your session is invalid or expired. Please sign in again.';

/** Words of the published API: thrown by handlers, sent as they are under the code's status. */
export function refuse(code: ErrorCode, msg: string): FlorinError {
  return new FlorinError(code, msg, { meta: { published: true } });
}

/** Waits for a service; a refusal with one of the given codes becomes the published one. */
export async function reworded<T>(
  call: Promise<T>,
  words: Partial<Record<ErrorCode, readonly [ErrorCode, string]>>,
): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const published = isFlorinError(error) && !isUnderWay(error) ? words[error.code] : undefined;
    throw published ? refuse(...published) : error;
  }
}

/** The published name of a service's field. */
const FIELDS: Record<string, string> = {
  name: 'firstname',
  'details.givenName': 'firstname',
  'details.phone': 'phone_number',
  timeZone: 'timezone',
};

/** A field's fault as a sentence, under the name that the field has here. */
function faultText({ path, message }: FieldFault): string {
  const field = FIELDS[path] ?? path.replace('details.', '');
  return field === '' ? message : `${field} ${message}`;
}

/** Every failure as `{ success: false, msg }`; a session that is no good also loses its cookies. */
export function errorRenderer(config: Pick<Config, 'PUBLIC_URL' | 'COOKIE_SAME_SITE'>) {
  return ({ code, message, meta, errors }: FlorinError): DialectReply => {
    const unsigned = code === 'UNAUTHENTICATED' || code === 'SESSION_REVOKED';
    if (!unsigned || meta['published'] === true) {
      const [fault] = code === 'INVALID_ARGUMENT' ? errors : [];
      return { status: HTTP_STATUS[code], body: { success: false, msg: fault ? faultText(fault) : message } };
    }
    if (meta['reason'] === 'missing') return { status: 401, body: { success: false, msg: NO_SESSION } };
    return { status: 401, body: { success: false, msg: BAD_SESSION }, cookies: clearSession(config) };
  };
}
