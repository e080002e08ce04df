import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import { route, type Reply, type Route } from '@florin/service-kit';
import type { CompleteResult } from '../../../app/challenges/complete-second-factor.ts';
import { TRUST_SECONDS } from '../../../app/devices/trust-device.ts';
import { codeError } from '../../../app/codes/code-error.ts';
import type { UseCases } from '../../../app/index.ts';
import { requireOwnOrigin, deviceOf, limit } from '../caller.ts';
import { deviceSchema, factorSchema, signedInSchema, tokenSchema } from '../schemas.ts';
import { assertionSchema, passkeyAnswer } from '../schemas/passkey.ts';
import { signedInReply } from '../views.ts';
import { sessionCookies, trustedCookie } from '../views/cookie.ts';

export const typedFactor = factorSchema.exclude(['passkey']);
const secondFactorReply = signedInSchema.extend({
  /** send it as `trustedDevice` at the next sign-in */
  trustedDevice: z.string().optional(),
});

export function secondFactorRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/auth/2fa/verify',
      summary: 'Finish a sign-in by a code of a second factor, or by a passkey',
      tag: 'second factors',
      access: 'public',
      body: z.strictObject({
        challenge: tokenSchema,
        code: z.string().trim().min(6).max(40).optional(),
        factor: typedFactor.optional(),
        passkey: assertionSchema.optional(),
        trustDevice: z.boolean().default(false),
        cookies: z.boolean().default(false),
        device: deviceSchema,
      }),
      reply: { status: 200, schema: secondFactorReply },
      errors: ['UNAUTHENTICATED', 'CODE_INVALID', 'CODE_EXPIRED', 'ACCOUNT_FROZEN', 'ACCOUNT_TERMINATED'],
      handler: async ({ body, request }) => {
        await limit(useCases, 'second-factor', request, body.challenge);
        if (body.cookies) requireOwnOrigin(useCases, request);
        const device = deviceOf(request, body.device);
        const { challenge, trustDevice: trust } = body;
        if (body.passkey) {
          const answer = { ...passkeyAnswer(body.passkey), secondFactor: challenge, trust };
          return completed(await useCases.completeWithPasskey({ ...answer, spec: { device } }), body.cookies);
        }
        const typed = { code: body.code ?? '', factor: body.factor };
        return completed(await useCases.completeSecondFactor({ challenge, ...typed, trust, device }), body.cookies);
      },
    }),
  ];
}

function completed(result: CompleteResult, cookies: boolean): Reply {
  switch (result.outcome) {
    case 'signed-in': {
      const { trustedDevice, opened } = result;
      const reply = signedInReply(opened, cookies, !cookies && trustedDevice !== null ? { trustedDevice } : {});
      if (!cookies || trustedDevice === null) return reply;
      const set = [...sessionCookies(opened), trustedCookie(trustedDevice, TRUST_SECONDS)];
      return { ...reply, headers: { ...reply.headers, 'Set-Cookie': set } };
    }
    case 'no-challenge':
      throw new FlorinError('UNAUTHENTICATED', 'This sign-in has expired or ran out of tries; start again');
    case 'frozen':
      throw new FlorinError('ACCOUNT_FROZEN', 'This account is frozen');
    case 'terminated':
      throw new FlorinError('ACCOUNT_TERMINATED', 'This account was terminated');
    default:
      throw codeError(result.outcome);
  }
}
