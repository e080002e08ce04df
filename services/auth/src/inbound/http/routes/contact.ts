import { z } from 'zod';
import { route, type Route } from '@florin/service-kit';
import { FlorinError, invalidField } from '@florin/errors';
import { taken } from '../../../app/accounts/identifiers.ts';
import type { UseCases } from '../../../app/index.ts';
import { addressOf, callerFrom, deviceOf, limit } from '../caller.ts';
import { codeSchema, emailSchema, messageSchema, mobileSchema, userSchema, usernameSchema } from '../schemas.ts';
import { userView } from '../views.ts';

const common = { tag: 'own account', access: 'user' } as const;
const userReply = z.object({ user: userSchema });

export function contactRoutes(useCases: UseCases): Route[] {
  return [
    startRoute(useCases, 'email'),
    confirmRoute(useCases, 'email'),
    startRoute(useCases, 'sms'),
    confirmRoute(useCases, 'sms'),
    usernameRoute(useCases),
  ];
}

const FIELD = { email: z.strictObject({ email: emailSchema }), sms: z.strictObject({ mobile: mobileSchema }) };
const name = (channel: 'email' | 'sms') => (channel === 'email' ? 'email' : 'mobile');
const addressIn = (body: { email: string } | { mobile: string }) => ('email' in body ? body.email : body.mobile);

function startRoute(useCases: UseCases, channel: 'email' | 'sms'): Route {
  return route({
    method: 'post',
    path: `/v1/auth/${name(channel)}/change`,
    summary: `Send a code to your new ${channel === 'email' ? 'e-mail address' : 'mobile number'}`,
    ...common,
    body: FIELD[channel],
    reply: { status: 200, schema: messageSchema, description: 'The same when somebody has the address' },
    errors: ['STEP_UP_REQUIRED', 'SESSION_REVOKED'],
    handler: async ({ body, request, identity }) => {
      await limit(useCases, 'send-code', request, identity.userId);
      await useCases.startContactChange(callerFrom(request, identity), { channel, address: addressIn(body) });
      return { body: { message: 'If the address is free, a code is on its way to it.' } };
    },
  });
}

function confirmRoute(useCases: UseCases, channel: 'email' | 'sms'): Route {
  return route({
    method: 'post',
    path: `/v1/auth/${name(channel)}/change/confirm`,
    summary: 'Change the address by the code sent to it; the old one is told and can take it back for 48 hours',
    ...common,
    body:
      channel === 'email'
        ? z.strictObject({ email: emailSchema, code: codeSchema })
        : z.strictObject({ mobile: mobileSchema, code: codeSchema }),
    reply: { status: 200, schema: userReply },
    errors: ['CODE_INVALID', 'CODE_EXPIRED', 'CONFLICT', 'SESSION_REVOKED'],
    handler: async ({ body, request, identity }) => {
      await limit(useCases, 'check-code', request, identity.userId);
      const { code } = body;
      const wanted = { channel, address: addressIn(body), code, device: deviceOf(request) };
      return { body: { user: userView(await useCases.confirmContactChange(callerFrom(request, identity), wanted)) } };
    },
  });
}

function usernameRoute(useCases: UseCases): Route {
  return route({
    method: 'put',
    path: '/v1/auth/username',
    summary: 'Choose or change your username',
    ...common,
    body: z.strictObject({ username: usernameSchema }),
    reply: { status: 200, schema: userReply },
    errors: ['CONFLICT'],
    handler: async ({ body: { username }, request, identity }) => {
      await limit(useCases, 'account', request, identity.userId);
      const result = await useCases.changeName({ userId: identity.userId, username, ip: addressOf(request) });
      switch (result.outcome) {
        case 'changed':
        case 'same':
          return { body: { user: userView(result.user) } };
        case 'taken':
          throw taken('username');
        case 'invalid':
          throw invalidField('username', 'must be 3 to 30 letters, digits, dots, hyphens or underscores');
        default:
          throw new FlorinError('SESSION_REVOKED', 'The session has ended; sign in again');
      }
    },
  });
}
