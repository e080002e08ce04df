import { z } from 'zod';
import { FlorinError, invalidField } from '@florin/errors';
import { route, type Route } from '@florin/service-kit';
import { readIdentifier } from '../../../app/accounts/identifiers.ts';
import { codeError } from '../../../app/codes/code-error.ts';
import type { UseCases } from '../../../app/index.ts';
import { checkNewPassword } from '../../../app/passwords/policy.ts';
import { addressOf, deviceOf, limit, textsOf } from '../caller.ts';
import { channelSchema, codeSchema, factorSchema, identifierSchema, messageSchema, typedPassword } from '../schemas.ts';

const common = { tag: 'passwords', access: 'public' } as const;

export function passwordRoutes(useCases: UseCases): Route[] {
  return [...resetRoutes(useCases), changeRoute(useCases)];
}

/** What is wrong with a new password for anybody, told beside what the schema finds. */
const weakPassword = (path: string) => (body: Readonly<Record<string, unknown>>) => {
  const password = textsOf(body, [path])[path];
  if (password !== undefined) checkNewPassword(password, { policy: 'strict', person: {}, path });
};

function channelOf(identifier: string, wished: 'email' | 'sms' | undefined): 'email' | 'sms' {
  return wished ?? (readIdentifier(identifier)[0]?.kind === 'mobile' ? 'sms' : 'email');
}

/** what still signs in besides the password; see /v1/auth/2fa, /passkeys and /identities to remove what is not yours */
const resetSchema = messageSchema.extend({
  remaining: z.object({ factors: z.array(factorSchema), passkeys: z.int(), identities: z.int() }),
});

function resetRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/auth/password/forgot',
      summary: 'Send a code to set a new password',
      ...common,
      body: z.strictObject({ identifier: identifierSchema, channel: channelSchema.optional() }),
      reply: { status: 200, schema: messageSchema, description: 'The same for known and unknown accounts' },
      handler: async ({ body: { identifier, channel }, request }) => {
        await limit(useCases, 'send-code', request, identifier);
        await useCases.sendCodeUnseen({
          identifiers: readIdentifier(identifier),
          typed: identifier,
          channel: channelOf(identifier, channel),
          purpose: 'password-reset',
          ip: addressOf(request),
        });
        return { body: { message: 'If there is such an account, a code is on its way.' } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/auth/password/reset',
      summary: 'Set a new password by the code; every session ends',
      ...common,
      body: z.strictObject({
        identifier: identifierSchema,
        channel: channelSchema.optional(),
        code: codeSchema,
        password: typedPassword,
      }),
      alsoWrong: weakPassword('password'),
      reply: { status: 200, schema: resetSchema },
      errors: ['CODE_INVALID', 'CODE_EXPIRED', 'PASSWORD_REFUSED', 'UNAVAILABLE'],
      handler: async ({ body, request }) => {
        await limit(useCases, 'reset-password', request, body.identifier);
        const result = await useCases.resetPassword({
          identifiers: readIdentifier(body.identifier),
          typed: body.identifier,
          channel: channelOf(body.identifier, body.channel),
          code: body.code,
          password: body.password,
          policy: 'strict',
          device: deviceOf(request),
        });
        if (result.outcome === 'ok') {
          const { remaining } = result;
          return { body: { message: 'The password is set. Sign in with it.', remaining } };
        }
        throw codeError(result.outcome === 'expired' ? 'expired' : 'wrong');
      },
    }),
  ];
}

function changeRoute(useCases: UseCases): Route {
  return route({
    method: 'post',
    path: '/v1/auth/password/change',
    summary: 'Change your password; every other session ends',
    tag: 'passwords',
    access: 'user',
    body: z.strictObject({ currentPassword: typedPassword, newPassword: typedPassword }),
    alsoWrong: weakPassword('newPassword'),
    reply: { status: 200, schema: messageSchema },
    errors: ['PASSWORD_REFUSED', 'SESSION_REVOKED', 'FORBIDDEN', 'CONFLICT'],
    handler: async ({ body, request, identity }) => {
      await limit(useCases, 'account', request, identity.userId);
      const { userId, sessionId } = identity;
      const device = deviceOf(request);
      const result = await useCases.changePassword({ userId, sessionId, ...body, policy: 'strict', device });
      if (result.outcome === 'changed') return { body: { message: 'The password is changed.' } };
      if (result.outcome === 'same-password') throw invalidField('newPassword', 'must differ from the current one');
      throw new FlorinError('FORBIDDEN', 'The current password is wrong', {
        errors: [{ path: 'currentPassword', message: 'is wrong' }, ...result.faults],
      });
    },
  });
}
