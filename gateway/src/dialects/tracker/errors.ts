import { FlorinError, HTTP_STATUS, type ErrorCode, type FieldFault } from '@florin/errors';
import type { DialectReply } from '../dialect.ts';

/** What a published reply words itself: thrown by handlers, sent as it is. */
export function refuse(code: ErrorCode, message: string): FlorinError {
  return new FlorinError(code, message, { meta: { published: true } });
}

/** 400 with these words. */
export function badRequest(message: string): FlorinError {
  return refuse('INVALID_ARGUMENT', message);
}

/** Refuses the first of the fields that is missing. */
export function requireAll(fields: Record<string, unknown>): void {
  const missing = Object.entries(fields).find(([, value]) => value === undefined || value === '');
  if (missing) throw badRequest(`${missing[0]} is required`);
}

/** Whether something above zero was given at all; how many decimals it may have is the service's to say. */
export function isAmount(amount: { major: string } | undefined): amount is { major: string } {
  return Number(amount?.major) > 0;
}

const TOKEN: Record<string, DialectReply> = {
  missing: failure(401, 'You do not have access'),
  expired: failure(403, 'Token expired, please login again'),
};

/** The published API knows no 409 and 422. */
const BAD_REQUEST = new Set<ErrorCode>([
  'CONFLICT',
  'IDEMPOTENCY_MISMATCH',
  'LIMIT_EXCEEDED',
  'PASSWORD_REFUSED',
  'CODE_INVALID',
  'CODE_EXPIRED',
]);

/** Words any failure as `{ status: "error", message }`. */
export function renderError(error: FlorinError): DialectReply {
  const { code, message, errors, meta } = error;
  if (meta['published'] === true) return failure(HTTP_STATUS[code], message);
  switch (code) {
    case 'UNAUTHENTICATED':
      return TOKEN[String(meta['reason'])] ?? failure(403, 'invalid access token');
    case 'SESSION_REVOKED':
      return failure(403, 'Token expired, please login again');
    case 'EMAIL_NOT_VERIFIED':
      return failure(403, 'Please verify your email');
    case 'INSUFFICIENT_FUNDS':
      return failure(400, 'Insufficient balance');
    case 'INVALID_ARGUMENT':
    case 'PASSWORD_REFUSED':
      return failure(400, errors[0] ? faultText(errors[0]) : message);
    default:
      return failure(BAD_REQUEST.has(code) ? 400 : HTTP_STATUS[code], message);
  }
}

function failure(status: number, message: string): DialectReply {
  return { status, body: { status: 'error', message } };
}

const LABELS: Record<string, string> = {
  '': 'Body',
  walletId: 'Wallet',
  categoryId: 'Category',
  occurredAt: 'Transaction date',
  from: 'Start',
  to: 'End',
  creditLimit: 'Credit limit',
  oldPassword: 'Old password',
  newPassword: 'Password',
};

/** A field's fault as a sentence: `Name is required`, `Period end must not be before periodStart`. */
export function faultText({ path, message }: FieldFault): string {
  const field = path.split('.').at(-1) ?? '';
  const label = LABELS[field] ?? sentenceCase(field);
  if (path === 'amount' && message === 'must be more than 0') return 'Amount is required';
  if (field === 'type') return `Type ${message.replace(/\b(?:income|expense|debt)\b/g, (type) => type.toUpperCase())}`;
  return /^(is|must|cannot|would|has) /.test(message) ? `${label} ${message}` : `${label}: ${message}`;
}

function sentenceCase(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
