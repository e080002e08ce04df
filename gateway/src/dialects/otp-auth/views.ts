import type { Session } from '@florin/proto/gen/auth/florin/auth/v1/Session.ts';
import type { User } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';
import type { DialectReply } from '../dialect.ts';

/** What every sign-in answers. */
export function signedIn(user: User | null, session: Session | null, more: object = {}): DialectReply {
  return { body: { token: sent(session).token, id: sent(user).id, ...more } };
}

/** What the service must have sent along with its yes. */
export function sent<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('auth answered without what was asked for');
  return value;
}

/** A reply as OpenAPI shows it. */
export function documented(description: string, example: object = { message: description }) {
  return { description, example };
}
