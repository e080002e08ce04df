import type { DialectReply } from '../dialect.ts';

export const RETRIEVED = 'Retrieved data successfully';
export const CREATED = 'Created data successfully';
export const UPDATED = 'Updated data successfully';
export const DELETED = 'Deleted data successfully';

/** `{ status: "success", message, data? }`. */
export function success(message: string, data?: unknown, status = 200): DialectReply {
  return { status, body: { status: 'success', message, ...(data === undefined ? {} : { data }) } };
}

/** What the service must have sent along with its yes. */
export function sent<T>(message: T | null | undefined): T {
  if (message == null) throw new Error('a service answered without what was asked for');
  return message;
}

/** A success as OpenAPI shows it. */
export function documented(message: string, data?: unknown) {
  return { description: message, example: success(message, data).body };
}

/** An error as OpenAPI shows it; `message` is one of those it may hold. */
export function documentedError(message: string) {
  return { description: message, example: { status: 'error', message } };
}

/** What every endpoint for the signed-in may answer. */
export const ACCESS_ERRORS = {
  401: documentedError('You do not have access'),
  403: documentedError('invalid access token'),
};
