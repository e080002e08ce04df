import { HTTP_STATUS, TITLES, type ErrorCode } from './codes.ts';
import { FlorinError, isFlorinError, type FieldFault } from './florin-error.ts';

/** The body of every `/v1` error: RFC 9457, `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ErrorCode;
  errors: FieldFault[];
  requestId: string;
  meta?: Record<string, string | number | boolean | null>;
}

/** Renders any thrown value as a problem. What is not a FlorinError is a bug: INTERNAL, with no internals shown. */
export function toProblem(error: unknown, context: { instance: string; requestId: string }): Problem {
  const known = isFlorinError(error)
    ? error
    : new FlorinError('INTERNAL', 'Something went wrong on our side. Quote the requestId when you report it.');
  return {
    type: `urn:florin:error:${known.code.toLowerCase().replaceAll('_', '-')}`,
    title: TITLES[known.code],
    status: HTTP_STATUS[known.code],
    detail: known.message,
    instance: context.instance,
    code: known.code,
    errors: known.errors,
    requestId: context.requestId,
    ...(Object.keys(known.meta).length > 0 ? { meta: known.meta } : {}),
  };
}
