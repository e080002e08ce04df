import { ERROR_CODES, type ErrorCode } from './codes.ts';

/** One thing wrong with one field. `path` is dotted, e.g. `to.userId`; the empty path is the whole body. */
export interface FieldFault {
  path: string;
  message: string;
}

export interface FlorinErrorOptions {
  /** Faults by field, for INVALID_ARGUMENT. */
  errors?: FieldFault[];
  /** Whole seconds after which a retry may succeed. */
  retryAfterSeconds?: number;
  /** Public facts a client may act on, e.g. `{ remaining: 100 }`. Shown to the client: never secrets. */
  meta?: Record<string, string | number | boolean | null>;
  cause?: unknown;
}

/** An expected failure. Its `message` is shown to the client as the problem's `detail`. */
export class FlorinError extends Error {
  override readonly name = 'FlorinError';
  readonly code: ErrorCode;
  readonly errors: FieldFault[];
  readonly retryAfterSeconds: number | undefined;
  readonly meta: Record<string, string | number | boolean | null>;

  constructor(code: ErrorCode, message: string, options: FlorinErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.errors = options.errors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.meta = options.meta ?? {};
  }
}

/** True for a FlorinError of any realm or copy of this package (compared by name, not by class). */
export function isFlorinError(error: unknown): error is FlorinError {
  return error instanceof Error && error.name === 'FlorinError' && isErrorCode((error as { code?: unknown }).code);
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (ERROR_CODES as readonly string[]).includes(value);
}

/** INVALID_ARGUMENT about one field. */
export function invalidField(path: string, message: string): FlorinError {
  return new FlorinError('INVALID_ARGUMENT', `${path}: ${message}`, { errors: [{ path, message }] });
}

/**
 * Runs all checks and throws one error that has the faults of each, with the code of the first, so that nobody mends them one
 * by one. A field that one check names is not named by a later one again.
 */
export function checkTogether(...checks: (() => unknown)[]): void {
  const thrown: FlorinError[] = [];
  for (const check of checks) {
    try {
      check();
    } catch (error) {
      if (!isFlorinError(error) || error.errors.length === 0) throw error;
      thrown.push(error);
    }
  }
  const [first] = thrown;
  if (!first) return;
  const errors: FieldFault[] = [];
  for (const { errors: faults } of thrown) {
    const known = new Set(errors.map(({ path }) => path));
    errors.push(...faults.filter(({ path }) => !known.has(path)));
  }
  const meta = Object.assign({}, ...thrown.map((error) => error.meta)) as FlorinError['meta'];
  throw new FlorinError(first.code, first.message, { errors, meta });
}

export function notFound(what: string): FlorinError {
  return new FlorinError('NOT_FOUND', `${what} not found`);
}
