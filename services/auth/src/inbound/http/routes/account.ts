import { z } from 'zod';
import { route } from '@florin/service-kit';
import type { Route } from '@florin/service-kit';
import { sendCodeUnseen, readIdentifier, register, verifyContact } from '../../../app/index.ts';
import { codeError } from '../../../app/codes/redeem-code.ts';
import type { App } from '../../../app/ports.ts';
import { addressOf, deviceOf } from '../device.ts';
import { limit } from '../limited.ts';
import { userView } from '../replies.ts';
import {
  codeSchema,
  dateOfBirthSchema,
  emailSchema,
  localeSchema,
  messageSchema,
  mobileSchema,
  nameSchema,
  timeZoneSchema,
  typedPassword,
  userSchema,
  usernameSchema,
} from '../schemas.ts';

const userReply = z.object({ user: userSchema });

export function accountRoutes(app: App): Route[] {
  return [registerRoute(app), verifyRoute(app, 'email'), verifyRoute(app, 'sms'), resendRoute(app)];
}

const registerBody = z.strictObject({
  email: emailSchema,
  password: typedPassword,
  name: nameSchema,
  username: usernameSchema.optional(),
  mobile: mobileSchema.optional(),
  dateOfBirth: dateOfBirthSchema.optional(),
  locale: localeSchema.optional(),
  timeZone: timeZoneSchema.optional(),
});

function registerRoute(app: App): Route {
  return route({
    method: 'post',
    path: '/v1/auth/register',
    summary: 'Make an account; a code goes to the e-mail address',
    tag: 'Account',
    access: 'public',
    idempotent: true,
    body: registerBody,
    reply: { status: 201, schema: userReply },
    errors: ['CONFLICT', 'PASSWORD_REFUSED'],
    handler: async ({ body, request, idempotencyKey }) => {
      await limit(app, 'register', request);
      const { password } = body;
      const { body: reply, replayed } = await register(
        app,
        {
          ...body,
          policy: 'strict',
          via: 'v1',
          ip: addressOf(request),
          verify: { channel: 'email', purpose: 'verify-email' },
          idempotency: {
            key: idempotencyKey,
            request: { ...body, password: app.secrets.hash('idempotency', password).toString('hex') },
          },
        },
        (_unit, user) => Promise.resolve({ user: userView(user) }),
      );
      return { body: reply, ...(replayed ? { headers: { 'Idempotency-Replayed': 'true' } } : {}) };
    },
  });
}

const verifyBody = { code: codeSchema };

function verifyRoute(app: App, channel: 'email' | 'sms'): Route {
  const byEmail = channel === 'email';
  return route({
    method: 'post',
    path: byEmail ? '/v1/auth/verify-email' : '/v1/auth/verify-mobile',
    summary: byEmail
      ? 'Prove an e-mail address by the code sent to it'
      : 'Prove a mobile number by the code sent to it',
    tag: 'Account',
    access: 'public',
    body: byEmail
      ? z.strictObject({ email: emailSchema, ...verifyBody })
      : z.strictObject({ mobile: mobileSchema, ...verifyBody }),
    reply: { status: 200, schema: userReply },
    errors: ['CODE_INVALID', 'CODE_EXPIRED'],
    handler: async ({ body, request }) => {
      const typed = 'email' in body ? body.email : body.mobile;
      await limit(app, 'check-code', request, typed);
      const result = await verifyContact(app, {
        identifiers: readIdentifier(typed),
        typed,
        channel,
        code: body.code,
        device: deviceOf(request),
        refuseVerified: false,
      });
      if (result.outcome === 'ok') return { body: { user: userView(result.user) } };
      throw codeError(result.outcome === 'expired' ? 'expired' : 'wrong');
    },
  });
}

function resendRoute(app: App): Route {
  return route({
    method: 'post',
    path: '/v1/auth/verify-email/resend',
    summary: 'Send the code of the e-mail address again',
    tag: 'Account',
    access: 'public',
    body: z.strictObject({ email: emailSchema }),
    reply: { status: 200, schema: messageSchema, description: 'The same for known and unknown addresses' },
    handler: async ({ body: { email }, request }) => {
      await limit(app, 'send-code', request, email);
      await sendCodeUnseen(app, {
        identifiers: readIdentifier(email),
        typed: email,
        channel: 'email',
        purpose: 'verify-email',
        ip: addressOf(request),
      });
      return { body: { message: 'If the address waits to be verified, a code is on its way.' } };
    },
  });
}
