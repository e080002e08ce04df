import { z } from 'zod';

/** Text; whatever else comes counts as nothing, which the handlers answer as the published API does. */
const text = z.string().catch('');
const trimmed = z.string().trim().catch('');
/** Number or text; looked at by amounts.ts, which names the value as it was sent. */
const amount = z
  .unknown()
  .optional()
  .meta({ type: ['number', 'string'] });

export const signUpBody = z.object({
  name: trimmed,
  username: trimmed,
  email: trimmed,
  password: text,
  confirmPassword: text,
});

export const loginBody = z.object({ email: trimmed, password: text });

export const changePasswordBody = z.object({ currentPassword: text, newPassword: text, confirmPassword: text });

export const changeAccountBody = z.object({
  updateType: text.describe('name or username'),
  updatedField: trimmed,
});

export const pictureBody = z.object({
  profileData64: text.describe('base64 of a JPEG, PNG, WebP or GIF image of at most 12 MB'),
});

export const searchBody = z.object({ query: trimmed });

export const isFriendBody = z.object({ rID: trimmed.describe("the other user's id") });

export const allFriendsQuery = z.object({ id: trimmed.describe('whose friends; the caller by default') });

export const addFriendBody = z.object({ recipientID: trimmed });

export const handleRequestBody = z.object({
  recipientID: trimmed.describe('the other party'),
  acceptedRequest: z.union([z.string(), z.boolean()]).catch('').describe('"true" accepts, anything else declines'),
});

export const sendBody = z.object({ recipientID: trimmed, message: text, amount });

export const addBalanceBody = z.object({ amount });
