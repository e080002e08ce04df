import { z } from 'zod';
import { FlorinError, invalidField, type FieldFault } from '@florin/errors';
import { textFault } from './text.ts';

/** One line that people will read: a name, a note. Trimmed; `textFault` says what is refused. */
export function text(min: number, max: number) {
  return z.string().trim().min(min).max(max).superRefine(refuse);
}

/** As `text`, with lines: for long notes that only their writer sees. */
export function longText(min: number, max: number) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .superRefine((value, context) => {
      refuse(value, context, { lines: true });
    });
}

function refuse(value: string, context: z.core.$RefinementCtx<string>, options: { lines?: boolean } = {}): void {
  const fault = textFault(value, options);
  if (fault !== undefined) context.addIssue(fault);
}

const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

/** An ISO 8601 time with its zone, as a Date: in UTC of the years 1 to 9999, beyond which it would be written otherwise. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((value) => isWritable(Date.parse(value)), 'must be in the years 0001 to 9999 in UTC')
  .transform((value) => new Date(value));

const isWritable = (ms: number): boolean => ms >= FIRST_INSTANT && ms <= LAST_INSTANT;

/** Minor units in JSON: an integer from 1 to 2^53 - 1, as a bigint. */
export const amountSchema = z
  .int({
    error: ({ input }) => {
      if (input === undefined) return 'is required';
      return Number.isInteger(input)
        ? `must be at most ${Number.MAX_SAFE_INTEGER}`
        : 'must be a whole number of minor units, e.g. 1250 for 12.50 USD';
    },
  })
  .positive('must be more than 0')
  .transform((value) => BigInt(value));

/** Parses with a schema, or throws INVALID_ARGUMENT that lists every faulty field. */
export function validate<T extends z.ZodType>(
  schema: T,
  value: unknown,
  where: 'body' | 'query' | 'path',
): z.output<T> {
  refuseUnstorable(value, '');
  const parsed = schema.safeParse(value, { error: messageFor });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(toFaults);
  const first = errors[0] ?? { path: '', message: 'is not valid' };
  throw new FlorinError('INVALID_ARGUMENT', `${where}: ${first.path === '' ? '' : `${first.path}: `}${first.message}`, {
    errors: errors.slice(0, 50),
  });
}

const FORMATS: Record<string, string> = {
  uuid: 'must be a UUID',
  datetime: 'must be an ISO 8601 time with its zone, e.g. 2026-11-26T09:30:00Z',
  date: 'must be an ISO 8601 date, e.g. 2026-11-26',
  email: 'must be an e-mail address',
  url: 'must be a URL',
};

/** Says what would be valid, where the schema has no message of its own. */
function messageFor(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'is required';
    return `must be ${/^[aeio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
  }
  if (issue.code === 'too_big') return `must ${sizeOf(issue.origin, 'at most', Number(issue.maximum))}`;
  if (issue.code === 'too_small') return `must ${sizeOf(issue.origin, 'at least', Number(issue.minimum))}`;
  if (issue.code !== 'invalid_format') return undefined;
  const advice = hasLostPlus(issue.input) ? `; a + in a URL is written %2B, by itself it is a blank` : '';
  return FORMATS[issue.format] === undefined ? undefined : `${FORMATS[issue.format]}${advice}`;
}

function sizeOf(origin: string, bound: 'at least' | 'at most', size: number): string {
  if (origin !== 'string' && origin !== 'array') return `be ${bound} ${size}`;
  const noun = origin === 'string' ? 'character' : 'element';
  return `have ${bound} ${size} ${noun}${size === 1 ? '' : 's'}`;
}

/** `2026-11-26T09:30:00 01:00` and `ann tag@example.com` were written with a + that the URL turned into a blank. */
const hasLostPlus = (input: unknown): boolean =>
  typeof input === 'string' && (/\d \d\d:?\d\d$/.test(input) || /^\S+ \S+@\S+$/.test(input));

function toFaults(issue: z.core.$ZodIssue): FieldFault[] {
  const path = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: path === '' ? key.slice(0, 100) : `${path}.${key.slice(0, 100)}`,
    message: 'is not a known field',
  }));
}

const MAX_DEPTH = 20;

/** PostgreSQL can't hold NUL, and UTF-8 can't hold half a surrogate pair: refuse both before anything is stored. */
function refuseUnstorable(value: unknown, path: string, depth = 0): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw invalidField(path, 'must not contain the NUL character');
    if (!value.isWellFormed()) throw invalidField(path, 'must be well-formed Unicode');
  } else if (typeof value === 'object' && value !== null) {
    if (depth >= MAX_DEPTH) throw invalidField(path, `must not be nested deeper than ${MAX_DEPTH} levels`);
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = path === '' ? key.slice(0, 100) : `${path}.${key.slice(0, 100)}`;
      refuseUnstorable(key, innerPath, depth + 1);
      refuseUnstorable(inner, innerPath, depth + 1);
    }
  }
}
