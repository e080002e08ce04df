import type { FlorinError } from '@florin/errors';
import { HTTP_STATUS } from '@florin/errors';
import type { Session } from '@florin/proto/gen/auth/florin/auth/v1/Session.ts';
import type { User } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';
import type { DialectReply } from '../dialect.ts';

export const TERMINATED = 'this account was terminated';
export const UNVERIFIED = 'verification required';
export const AUTHENTICATION_FAILED = 'authentication failed';
export const NO_SUCH_USER = 'no such user';
export const FROZEN = 'this account is frozen; reset its password to use it again';

/** `{ message, ...flags }`; flags are `terminated`, `verificationRequired`, `decoded`. */
export function fail(status: number, message: string, flags: object = {}): DialectReply {
  return { status, body: { message, ...flags } };
}

/** 403 of an account that was ended, or that must be verified first, or that is frozen. */
export const terminated = (more: object = {}) => fail(403, TERMINATED, { terminated: true, ...more });
export const unverified = (more: object = {}) => fail(403, UNVERIFIED, { verificationRequired: true, ...more });
export const frozen = (more: object = {}) => fail(403, FROZEN, more);

/** What every sign-in answers. */
export function signedIn(user: User | null, session: Session | null, more: object = {}): DialectReply {
  return { body: { token: sent(session).token, id: sent(user).id, ...more } };
}

/** What the service must have sent along with its yes. */
export function sent<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('auth answered without what was asked for');
  return value;
}

/** A service's `password: must be ...` as a sentence. */
export function sentence(message: string, rename: Record<string, string> = {}): string {
  return message.replace(/^(\w+): /, (_whole, field: string) => `${rename[field] ?? field} `);
}

/** Every failure as `{ message }`, with its flag where it has one. */
export function renderError({ code, message, errors }: FlorinError): DialectReply {
  if (code === 'ACCOUNT_TERMINATED') return terminated();
  if (code === 'EMAIL_NOT_VERIFIED') return unverified();
  const [fault] = errors;
  const words = fault ? `${fault.path} ${fault.message}`.trim() : message;
  return fail(HTTP_STATUS[code], words);
}

/** A reply as OpenAPI shows it. */
export function documented(description: string, example: object = { message: description }) {
  return { description, example };
}
