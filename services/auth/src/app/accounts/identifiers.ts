// the metadata that knows the types of numbers
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { invalidField, FlorinError } from '@florin/errors';
import type { Channel } from '../../domain/user.ts';
import type { Identifier } from './ports.ts';

/** ASCII only: no look-alikes of other scripts, no direction marks, nothing that reads as an address. */
const USERNAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const EMAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,253}$)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$/;
const LONGEST_EMAIL = 254;

/** The form under which an address is unique: without case. Undefined for what is no address. */
export function normalEmail(email: string): string | undefined {
  const trimmed = email.trim();
  const dots = trimmed.startsWith('.') || trimmed.includes('..') || trimmed.includes('.@');
  return trimmed.length <= LONGEST_EMAIL && !dots && EMAIL.test(trimmed) ? trimmed.toLowerCase() : undefined;
}

/** 3 to 30 letters, digits, dots, hyphens or underscores; a dialect may allow shorter ones. */
export function isUsername(username: string, shortest = 3): boolean {
  return username.length >= shortest && username.length <= 30 && USERNAME.test(username);
}

/** E.164 of a number by which an account is found, be it mobile or not: international, or local to `country` (ISO 3166). Undefined for what is none. */
export function normalMobile(mobile: string, country?: string): string | undefined {
  if (mobile.length > 30) return undefined;
  const parsed = parsePhoneNumberFromString(mobile, country as CountryCode | undefined);
  return parsed?.isPossible() === true ? parsed.number : undefined;
}

/**
 * A number that text messages may go to: valid, and of a range that is known to be mobile. Premium, shared-cost and unknown
 * ranges are none: whoever owns them earns by each message. Undefined for what is none.
 */
export function mobileOf(mobile: string, country?: string): { number: string; country: string } | undefined {
  if (mobile.length > 30) return undefined;
  const parsed = parsePhoneNumberFromString(mobile, country as CountryCode | undefined);
  const type = parsed?.isValid() === true ? parsed.getType() : undefined;
  if (parsed?.country === undefined || (type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE')) return undefined;
  return { number: parsed.number, country: parsed.country };
}

/**
 * What a person typed into one field, as the identifiers it may be. `@` makes it an address, a leading + a number. Where
 * local numbers of a country are typed, a number is only that: nobody takes it over by a username of the same digits.
 */
export function readIdentifier(typed: string, country?: string): Identifier[] {
  const text = typed.trim();
  const email = text.includes('@') ? normalEmail(text) : undefined;
  if (email !== undefined) return [{ kind: 'email', value: email }];
  const mobile = /^[+\d(][\d ().-]*$/.test(text) ? normalMobile(text, country) : undefined;
  if (mobile !== undefined && country !== undefined) return [{ kind: 'mobile', value: mobile }];
  const found: Identifier[] = [];
  if (!text.startsWith('+') && isUsername(text, 1)) found.push({ kind: 'username', value: text.toLowerCase() });
  if (mobile !== undefined) found.push({ kind: 'mobile', value: mobile });
  return found;
}

/** A new address or number of one channel; throws INVALID_ARGUMENT on `email` or `mobile`. */
export function readContact(channel: Channel, typed: string): Identifier {
  const value = channel === 'email' ? normalEmail(typed) : mobileOf(typed)?.number;
  if (value !== undefined) return { kind: channel === 'email' ? 'email' : 'mobile', value };
  if (channel === 'email') throw invalidField('email', 'must be an e-mail address');
  throw invalidField('mobile', 'must be a mobile number with its country, e.g. +9607771234');
}

/** CONFLICT on one identifier. */
export function taken(field: string): FlorinError {
  return new FlorinError('CONFLICT', `${field}: is already in use`, {
    errors: [{ path: field, message: 'is already in use' }],
  });
}
