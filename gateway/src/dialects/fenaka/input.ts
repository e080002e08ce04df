import { z } from 'zod';
import type { DialectReply } from '../dialect.ts';

/** One faulty field as published; `value` is left out when the field was. */
export interface Fault {
  value?: unknown;
  msg: string;
  param: string;
  location: 'body';
}

interface Rule {
  msg: string;
  holds: (value: string) => boolean;
  optional?: boolean;
}

const SHORTEST_PASSWORD = 8;
const EMAIL = z.email();

const RULES = {
  name: { msg: 'is required', holds: (value) => value.trim() !== '' },
  mobile: { msg: 'invalid mobile', holds: (value) => /^[0-9]{7}$/.test(value) },
  password: {
    msg: `must be at least ${SHORTEST_PASSWORD} characters`,
    holds: (value) => Array.from(value).length >= SHORTEST_PASSWORD,
  },
  email: { msg: 'invalid email', holds: (value) => EMAIL.safeParse(value.trim()).success, optional: true },
  otp: { msg: 'invalid otp', holds: (value) => value.trim() !== '' },
} satisfies Record<string, Rule>;

type Field = keyof typeof RULES;

/** The values of the fields as text, '' for an optional one that is missing, and the faults in the order of `fields`. */
export function readFields<F extends Field>(
  body: Partial<Record<F, unknown>>,
  fields: readonly F[],
): { given: Record<F, string>; faults: Fault[] } {
  const faults: Fault[] = [];
  const given = {} as Record<F, string>;
  for (const name of fields) {
    const { msg, holds, optional }: Rule = RULES[name];
    const text = textOf(body[name]);
    given[name] = text ?? '';
    if (optional && (body[name] == null || body[name] === '')) continue;
    if (text === undefined || !holds(text)) faults.push(faultOf(name, body[name], msg));
  }
  return { given, faults };
}

/** A number counts as its digits; nothing else that is no text does. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

export function faultOf(param: Field, value: unknown, msg: string = RULES[param].msg): Fault {
  return { ...(value === undefined ? {} : { value }), msg, param, location: 'body' };
}

/** 422 with the list. */
export function refuseFields(...errors: Fault[]): DialectReply {
  return { status: 422, body: { errors } };
}
