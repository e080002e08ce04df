import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { FlorinError, GRPC_STATUS, isErrorCode, isFlorinError, type ErrorCode, type FieldFault } from '@florin/errors';
import { storeFault } from '../store/faults.ts';

/** Trailer with the whole domain error as JSON, so that nothing of it is lost on the way. */
const TRAILER = 'florin-error-bin';

/**
 * The gRPC status of what a handler threw. A store that is away is UNAVAILABLE; any other error that is not a
 * FlorinError is INTERNAL without details.
 */
export function toGrpcError(error: unknown): Partial<ServiceError> {
  const known = isFlorinError(error) ? error : (storeFault(error) ?? new FlorinError('INTERNAL', 'internal error'));
  const { code, message, errors, retryAfterSeconds, meta } = known;
  const metadata = new Metadata();
  metadata.set(TRAILER, Buffer.from(JSON.stringify({ code, message, errors, retryAfterSeconds, meta })));
  // grpc-js's enum has the numbers of GRPC_STATUS
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- see above
  return { code: GRPC_STATUS[code], details: message, metadata };
}

const BY_STATUS: Partial<Record<status, ErrorCode>> = {
  [status.UNAVAILABLE]: 'UNAVAILABLE',
  [status.DEADLINE_EXCEEDED]: 'DEADLINE_EXCEEDED',
  [status.RESOURCE_EXHAUSTED]: 'UNAVAILABLE',
  [status.CANCELLED]: 'DEADLINE_EXCEEDED',
};

/** A failed call as a FlorinError: the one that the server threw, when it sent one, else the failure of the transport. */
export function fromGrpcError(error: ServiceError, target: string): FlorinError {
  const [trailer] = error.metadata.get(TRAILER);
  const sent = trailer instanceof Buffer ? parseTrailer(trailer) : undefined;
  if (sent) return new FlorinError(sent.code, sent.message, { ...sent, cause: error });
  const code = BY_STATUS[error.code] ?? 'INTERNAL';
  const message = code === 'INTERNAL' ? `${target} failed` : `${target} does not answer at present`;
  return new FlorinError(code, message, { cause: error, ...(code === 'INTERNAL' ? {} : { retryAfterSeconds: 1 }) });
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
