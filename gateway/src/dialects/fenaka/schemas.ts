import { z } from 'zod';

/**
 * Fields are taken as they come: this API answers faulty ones with a list of its own, see fields.ts. The type is what
 * the OpenAPI document says of them.
 */
const field = (description: string) => z.unknown().optional().meta({ type: 'string', description });

const mobile = field('a local number, exactly 7 digits');
const password = field('at least 8 characters');

export const signInBody = z.object({ mobile, password });
export const registerBody = z.object({ name: field('required'), mobile, password, email: field('may be left out') });
export const resetRequestBody = z.object({ mobile });
export const otpBody = z.object({ otp: field('the code of the text message') });
export const passwordBody = z.object({ password });
