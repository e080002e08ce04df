import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { tokenSchema } from '../schemas.ts';

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]*=*$/, 'must be base64url');
const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()).default({}),
};

/** What navigator.credentials.create answers, as JSON. */
export const attestationSchema = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url(8000),
    attestationObject: base64url(40_000),
    transports: z.array(z.string().max(30)).max(10).optional(),
    authenticatorData: base64url(20_000).optional(),
    publicKey: base64url(8000).optional(),
    publicKeyAlgorithm: z.int().optional(),
  }),
});

/** The token of the options, and what navigator.credentials.get answered to them. */
export const assertionSchema = z.strictObject({
  challenge: tokenSchema,
  response: z.strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: base64url(8000),
      authenticatorData: base64url(8000),
      signature: base64url(8000),
      userHandle: base64url(200).nullish(),
    }),
  }),
});

/** The same values in the type the library names; the schema has checked them. */
export function passkeyAnswer({ challenge, response }: z.infer<typeof assertionSchema>) {
  return { challenge, response: response as unknown as AuthenticationResponseJSON };
}

export function attestation(response: z.infer<typeof attestationSchema>): RegistrationResponseJSON {
  return response as unknown as RegistrationResponseJSON;
}
