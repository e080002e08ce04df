import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { FlorinError, GRPC_STATUS, isErrorCode, isFlorinError, type ErrorCode, type FieldFault } from '@florin/errors';
import { storeFault } from '../store/faults.ts';
import { ERROR_TRAILER, type CallFailure } from './unary-call.ts';

/**
 * The gRPC status of what a handler threw. A store that is away is UNAVAILABLE; any other error that is not a
 * FlorinError is INTERNAL without details.
 */
export function toGrpcError(error: unknown): Partial<ServiceError> {
  const known = isFlorinError(error) ? error : (storeFault(error) ?? new FlorinError('INTERNAL', 'internal error'));
  const { code, message, errors, retryAfterSeconds, meta } = known;
  const metadata = new Metadata();
  metadata.set(ERROR_TRAILER, Buffer.from(JSON.stringify({ code, message, errors, retryAfterSeconds, meta })));
  // grpc-js's enum has the numbers of GRPC_STATUS
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- see above
  return { code: GRPC_STATUS[code], details: message, metadata };
}

const BY_STATUS: Partial<Record<number, ErrorCode>> = {
  [status.UNAVAILABLE]: 'UNAVAILABLE',
  [status.DEADLINE_EXCEEDED]: 'DEADLINE_EXCEEDED',
  [status.RESOURCE_EXHAUSTED]: 'UNAVAILABLE',
  [status.CANCELLED]: 'DEADLINE_EXCEEDED',
};

/** A failed call as a FlorinError: the one that the server threw, when it sent one, else the failure of the transport. */
export function fromCallFailure(failure: CallFailure, target: string): FlorinError {
  const sent = failure.trailer && parseTrailer(failure.trailer);
  if (sent) return new FlorinError(sent.code, sent.message, { ...sent, cause: failure });
  const code = BY_STATUS[failure.status] ?? 'INTERNAL';
  const message = code === 'INTERNAL' ? `${target} failed` : `${target} does not answer at present`;
  return new FlorinError(code, message, { cause: failure, ...(code === 'INTERNAL' ? {} : { retryAfterSeconds: 1 }) });
}

interface Sent {
  code: ErrorCode;
  message: string;
  errors?: FieldFault[];
  retryAfterSeconds?: number;
  meta?: Record<string, string | number | boolean | null>;
}

function parseTrailer(bytes: Buffer): Sent | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as Partial<Sent>;
    return isErrorCode(value.code) && typeof value.message === 'string' ? (value as Sent) : undefined;
  } catch {
    return undefined;
  }
}
