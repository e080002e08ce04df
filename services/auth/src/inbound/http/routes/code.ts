import { z } from 'zod';
import { FlorinError, invalidField } from '@florin/errors';
import { route, type Route } from '@florin/service-kit';
import { readIdentifier } from '../../../app/accounts/identifiers.ts';
import { codeError } from '../../../app/codes/code-error.ts';
import type { UseCases } from '../../../app/index.ts';
import { addressOf, callerFrom, deviceOf, limit } from '../caller.ts';
import { channelSchema, codeSchema, identifierSchema, messageSchema, tokenSchema } from '../schemas.ts';

const common = { tag: 'codes', access: 'public' } as const;
const SENT = { message: 'If there is such an account, a code is on its way.' };
const purposeSchema = z.enum(['verify-email', 'verify-mobile', 'password-reset', 'second-factor']);

export function codeRoutes(useCases: UseCases): Route[] {
  return [sendRoute(useCases), checkRoute(useCases)];
}

function sendRoute(useCases: UseCases): Route {
  return route({
    method: 'post',
    path: '/v1/auth/otp/send',
    summary: 'Send a one-time code: to an identifier, to yourself, or for the challenge of a sign-in',
    ...common,
    body: z.strictObject({
      purpose: purposeSchema,
      /** who is meant; the signed-in person without it */
      identifier: identifierSchema.optional(),
      /** of a sign-in that waits for its second factor */
      challenge: tokenSchema.optional(),
      channel: channelSchema.optional(),
    }),
    reply: { status: 200, schema: messageSchema, description: 'The same for known and unknown accounts' },
    errors: ['UNAUTHENTICATED', 'CONFLICT'],
    handler: async ({ body, request, identity }) => {
      const { purpose, identifier, challenge } = body;
      const channel = channelOf(purpose, identifier, body.channel);
      const ip = addressOf(request);
      await limit(useCases, 'send-code', request, identifier ?? challenge ?? identity?.userId);
      if (purpose === 'second-factor' && challenge !== undefined)
        await useCases.sendFactorCode({ challenge, channel, ip });
      else if (identifier !== undefined) {
        if (purpose === 'second-factor') throw invalidField('challenge', 'is needed to send a second factor');
        const identifiers = readIdentifier(identifier);
        await useCases.sendCodeUnseen({ identifiers, typed: identifier, channel, purpose, ip });
      } else if (identity) await useCases.sendOwnCode(callerFrom(request, identity), { channel, purpose });
      else throw new FlorinError('UNAUTHENTICATED', 'Say who is meant by `identifier`, or sign in');
      return { body: SENT };
    },
  });
}

/** What the purpose says; else SMS for a number and e-mail for the rest. */
function channelOf(
  purpose: z.infer<typeof purposeSchema>,
  identifier: string | undefined,
  wished: 'email' | 'sms' | undefined,
): 'email' | 'sms' {
  if (purpose === 'verify-email') return 'email';
  if (purpose === 'verify-mobile') return 'sms';
  return wished ?? (/^\+?[\d ().-]{6,}$/.test(identifier?.trim() ?? '') ? 'sms' : 'email');
}

function checkRoute(useCases: UseCases): Route {
  return route({
    method: 'post',
    path: '/v1/auth/otp/check',
    summary: 'See whether a code is right, without using it up; a wrong one counts as a try',
    ...common,
    body: z.strictObject({
      purpose: z.enum(['verify-email', 'verify-mobile', 'password-reset']),
      identifier: identifierSchema,
      channel: channelSchema.optional(),
      code: codeSchema,
    }),
    reply: { status: 200, schema: z.object({ valid: z.literal(true) }) },
    errors: ['CODE_INVALID', 'CODE_EXPIRED'],
    handler: async ({ body, request }) => {
      const { purpose, identifier, code } = body;
      await limit(useCases, 'check-code', request, identifier);
      const { outcome } = await useCases.checkCode({
        identifiers: readIdentifier(identifier),
        typed: identifier,
        channel: channelOf(purpose, identifier, body.channel),
        code,
        use: purpose,
        device: deviceOf(request),
      });
      if (outcome === 'ok') return { body: { valid: true } };
      throw codeError(outcome === 'expired' ? 'expired' : 'wrong');
    },
  });
}
