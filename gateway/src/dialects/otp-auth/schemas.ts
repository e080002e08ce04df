import { z } from 'zod';

const asText = { error: ({ input }: { input?: unknown }) => (input == null ? 'is required' : 'must be text') };
const required = (longest: number) => z.string(asText).min(1, 'is required').max(longest, 'is too long');
const optional = (longest: number) =>
  z
    .string('must be text')
    .max(longest, 'is too long')
    .nullish()
    .transform((value) => value ?? '');

const email = z
  .string(asText)
  .trim()
  .min(1, 'is required')
  .max(254, 'is too long')
  .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address');
const password = required(1024);
/** Forms have no booleans. */
const phone = z
  .union([z.boolean(), z.enum(['true', 'false'])], 'must be true or false')
  .nullish()
  .transform((value) => String(value) === 'true');
/** Left out it is true; whatever else is not true is false, as published. */
const remember = z
  .unknown()
  .optional()
  .transform((value) => value === undefined || value === true || value === 'true');
const platform = z.enum(['android', 'ios', 'web'], {
  error: ({ input }) => (input == null ? 'is required' : 'must be android, ios or web'),
});
const fcmToken = optional(4096);
/** A number has lost the zeros it began with. A code of an authenticator app or a recovery code may stand here, too. */
const otp = z
  .union([z.string(), z.int().min(0)], asText)
  .transform((value) => (typeof value === 'number' ? String(value).padStart(6, '0') : value.trim()))
  .pipe(z.string().min(1, 'is required').max(64, 'is too long'));

export const registerBody = z.object({
  email,
  password,
  dob: z
    .string(asText)
    .min(1, 'is required')
    // clients send the day as a time
    .transform((value) => /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}/.exec(value)?.[1] ?? value)
    .pipe(z.iso.date('must be a date such as 1998-01-23')),
});
export const loginBody = z.object({ email, password, platform, phone, remember, fcmToken });
export const googleBody = z.object({ googleToken: required(10_000), remember, platform, fcmToken });
export const sendBody = z.object({ email, phone });
export const checkBody = z.object({ email, otp, phone });
export const verifyBody = z.object({
  email,
  otp,
  phone,
  platform,
  remember,
  fcmToken,
  '2faToken': optional(200),
});
export const resetBody = z.object({ email, otp, password, phone });
