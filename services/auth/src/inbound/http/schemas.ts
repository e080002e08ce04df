import { z } from 'zod';
import { text } from '@florin/service-kit';

/** Passwords are taken as typed. The upper limit of new ones is checked by the policy. */
export const typedPassword = z.string().min(1).max(1024);
export const identifierSchema = text(1, 320);
export const codeSchema = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'must be 6 digits');
export const emailSchema = text(3, 254);
export const mobileSchema = text(4, 30);
export const usernameSchema = text(1, 30);
export const nameSchema = text(1, 120);
export const channelSchema = z.enum(['email', 'sms']);
export const tokenSchema = z
  .string()
  .min(20)
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/, 'is not a token');

export const dateOfBirthSchema = z.iso
  .date()
  .refine((date) => date >= '1900-01-01' && new Date(date).getTime() < Date.now(), 'must be in the past, after 1900');

export const localeSchema = z.string().max(20).refine(isLocale, 'must be a BCP 47 language tag, e.g. en-GB');

export const timeZoneSchema = z.string().max(60).refine(isTimeZone, 'must be an IANA time zone, e.g. Europe/Berlin');

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(value: string): boolean {
  try {
    return /^[A-Za-z]/.test(value) && new Intl.DateTimeFormat('en', { timeZone: value }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/** What a client may say of the device it runs on; all of it optional. */
export const deviceSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,128}$/, 'must be 16 to 128 letters, digits, _ or -')
      .optional(),
    platform: z.enum(['web', 'android', 'ios', 'desktop', 'other']).optional(),
    pushToken: z.string().min(1).max(4096).optional(),
  })
  .optional();

export const userSchema = z.object({
  id: z.uuid(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  name: z.string(),
  username: z.string().nullable(),
  mobile: z.string().nullable(),
  mobileVerified: z.boolean(),
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
  roles: z.array(z.enum(['user', 'support', 'admin'])),
  createdAt: z.iso.datetime(),
});

export const signedInSchema = z.object({
  /** left out in cookie mode, as is refreshToken */
  accessToken: z.string().optional(),
  tokenType: z.literal('Bearer'),
  expiresIn: z.int(),
  refreshToken: z.string().optional(),
  user: userSchema,
});

export const factorSchema = z.enum(['totp', 'otp-email', 'otp-sms', 'passkey', 'recovery-code']);

export const secondFactorSchema = z.object({
  secondFactorRequired: z.literal(true),
  challenge: z.string(),
  factors: z.array(factorSchema),
  expiresAt: z.iso.datetime(),
});

export const signInReplySchema = z.union([signedInSchema, secondFactorSchema]);

export const sessionSchema = z.object({
  id: z.uuid(),
  current: z.boolean(),
  platform: z.string(),
  device: z.string(),
  area: z.string(),
  via: z.string(),
  pushToken: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

export const messageSchema = z.object({ message: z.string() });

/** An entry of a person's own log. */
export const eventSchema = z.object({
  n: z.int(),
  type: z.string(),
  at: z.iso.datetime(),
  area: z.string(),
  sessionId: z.uuid().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
