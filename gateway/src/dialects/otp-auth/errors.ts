import { HTTP_STATUS, type FlorinError } from '@florin/errors';
import type { CodeOutcome } from '@florin/proto/gen/auth/florin/auth/v1/CodeOutcome.ts';
import type { DialectReply } from '../dialect.ts';
import { documented } from './views.ts';

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

const WRONG = 'the OTP is wrong';
const EXPIRED = 'the OTP has expired';
const NONE = 'no OTP was issued';
const CHALLENGE_NEEDED = 'two-factor authentication is on: log in and send the 2faToken along';
const CHALLENGE_ENDED = 'the 2faToken is not valid any more; log in again';

/** The reply to an OTP that did not work. */
export function refuseCode(outcome: keyof typeof CodeOutcome): DialectReply {
  switch (outcome) {
    case 'CODE_OUTCOME_WRONG':
      return fail(401, WRONG);
    case 'CODE_OUTCOME_EXPIRED':
      return fail(410, EXPIRED);
    case 'CODE_OUTCOME_TERMINATED':
      return terminated();
    case 'CODE_OUTCOME_FROZEN':
      return frozen();
    case 'CODE_OUTCOME_SECOND_FACTOR':
      return fail(401, CHALLENGE_NEEDED);
    case 'CODE_OUTCOME_UNKNOWN_USER':
      return fail(404, NO_SUCH_USER);
    default:
      return fail(404, NONE);
  }
}

/** The reply to an OTP with a 2faToken that did not work. */
export function refuseChallenge(outcome: string): DialectReply {
  switch (outcome) {
    case 'OUTCOME_WRONG_CODE':
      return fail(401, WRONG);
    case 'OUTCOME_CODE_EXPIRED':
      return fail(410, EXPIRED);
    case 'OUTCOME_NO_CODE':
      return fail(404, NONE);
    case 'OUTCOME_TERMINATED':
      return terminated();
    case 'OUTCOME_FROZEN':
      return frozen();
    case 'OUTCOME_UNKNOWN_USER':
      return fail(404, NO_SUCH_USER);
    default:
      return fail(401, CHALLENGE_ENDED);
  }
}

/** The same as OpenAPI shows it. */
export const CODE_REPLIES = {
  401: documented(WRONG),
  403: documented('Terminated', { message: TERMINATED, terminated: true }),
  404: documented(NONE),
  410: documented(EXPIRED),
};

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
