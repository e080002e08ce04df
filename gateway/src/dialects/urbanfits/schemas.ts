import { z } from 'zod';
import { pageCount } from '../input.ts';

export const MOST_HISTORY = 200;

/** Text; whatever else comes counts as nothing, which the handlers answer as the published API does. */
const text = z.string().catch('');
const trimmed = z.string().trim().catch('');
const code = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .catch('');

export const loginBody = z.object({
  email: trimmed.describe('e-mail or username'),
  password: text.describe('for google an ID token may be here, or in id_token'),
  register_provider: trimmed.describe('urbanfits (the default) or google'),
  remember_me: z.union([z.boolean(), z.string()]).catch(false).describe('true: 30 days instead of 7'),
  id_token: text.describe('a Google ID token'),
});

export const verifyTotpBody = z.object({ totp_code: code, user_id: trimmed, challenge: trimmed });
export const verifyTotpQuery = z.object({ totp_code: code, user_id: trimmed, challenge: trimmed });

export const createTotpBody = z.object({ qr_secret: trimmed, totp_code: code });
export const totpBody = z.object({ totp_code: code });
export const resetBody = z.object({ user_id: trimmed });

/** A field of a change: missing and null leave what is there. */
const change = z
  .union([z.string('must be text'), z.int()], 'must be text')
  .nullish()
  .transform((value) => (value == null ? undefined : String(value).trim()));

export const userChanges = z.object({
  firstname: change,
  lastname: change,
  gender: change,
  title: change,
  phone_prefix: change.describe('as +971'),
  phone_number: change.describe('without its prefix; empty takes the number away'),
  timezone: change.describe('as Asia/Dubai'),
});

export const cardQuery = z.object({ card_number: trimmed.describe('20 digits, your own') });
export const historyQuery = z.object({
  card_number: trimmed.describe('20 digits, your own'),
  limit: pageCount(MOST_HISTORY, MOST_HISTORY).describe('1 to 200, 200 by default'),
});
export const cardParams = z.object({ card_number: z.string() });
