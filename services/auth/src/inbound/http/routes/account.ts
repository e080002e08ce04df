import { z } from 'zod';
import { decodeCursor, pageQuery, pageSchema, route, toPage, type Route } from '@florin/service-kit';
import { normalEmail, readIdentifier } from '../../../app/accounts/identifiers.ts';
import { codeError } from '../../../app/codes/code-error.ts';
import type { UseCases } from '../../../app/index.ts';
import { lengthFault } from '../../../app/passwords/policy.ts';
import { addressOf, deviceOf, limit, callerFrom, textsOf } from '../caller.ts';
import {
  codeSchema,
  dateOfBirthSchema,
  emailSchema,
  eventSchema,
  localeSchema,
  messageSchema,
  mobileSchema,
  nameSchema,
  timeZoneSchema,
  typedPassword,
  userSchema,
  usernameSchema,
} from '../schemas.ts';
import { eventView, userView } from '../views.ts';
import { clearedCookies } from '../views/cookie.ts';

const open = { tag: 'own account', access: 'public' } as const;
const own = { tag: 'own account', access: 'user' } as const;
const STEP_UP = ['STEP_UP_REQUIRED', 'SESSION_REVOKED'] as const;
const userReply = z.object({ user: userSchema });

export function accountRoutes(useCases: UseCases): Route[] {
  return [
    ...signUpRoutes(useCases),
    verifyRoute(useCases, 'email'),
    verifyRoute(useCases, 'sms'),
    ...endRoutes(useCases),
    eventsRoute(useCases),
  ];
}

const registerBody = z.strictObject({
  email: emailSchema.refine((email) => normalEmail(email) !== undefined, 'must be an e-mail address'),
  password: typedPassword.superRefine((password, context) => {
    const fault = lengthFault(password);
    if (fault !== undefined) context.addIssue(fault);
  }),
  name: nameSchema,
  username: usernameSchema.optional(),
  mobile: mobileSchema.optional(),
  dateOfBirth: dateOfBirthSchema.optional(),
  locale: localeSchema.optional(),
  timeZone: timeZoneSchema.optional(),
});

const verifyBody = { code: codeSchema };

function verifyRoute(useCases: UseCases, channel: 'email' | 'sms'): Route {
  const byEmail = channel === 'email';
  return route({
    method: 'post',
    path: byEmail ? '/v1/auth/verify-email' : '/v1/auth/verify-mobile',
    summary: byEmail
      ? 'Prove an e-mail address by the code sent to it'
      : 'Prove a mobile number by the code sent to it',
    ...open,
    body: byEmail
      ? z.strictObject({ email: emailSchema, ...verifyBody })
      : z.strictObject({ mobile: mobileSchema, ...verifyBody }),
    reply: { status: 200, schema: userReply },
    errors: ['CODE_INVALID', 'CODE_EXPIRED'],
    handler: async ({ body, request, identity }) => {
      const typed = 'email' in body ? body.email : body.mobile;
      await limit(useCases, 'check-code', request, typed);
      const result = await useCases.verifyContact({
        identifiers: readIdentifier(typed),
        typed,
        channel,
        code: body.code,
        device: deviceOf(request),
        refuseVerified: false,
        session: identity,
      });
      if (result.outcome === 'ok') return { body: { user: userView(result.user) } };
      throw codeError(result.outcome === 'expired' ? 'expired' : 'wrong');
    },
  });
}

function signUpRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/auth/register',
      summary: 'Make an account; a code goes to the e-mail address',
      ...open,
      idempotent: true,
      body: registerBody,
      alsoWrong: (body) => {
        const fields = textsOf(body, ['email', 'password', 'username', 'mobile', 'dateOfBirth']);
        useCases.checkSignUp({ ...fields, name: textsOf(body, ['name']).name ?? '', policy: 'strict' });
      },
      reply: { status: 201, schema: userReply },
      errors: ['CONFLICT', 'PASSWORD_REFUSED'],
      handler: async ({ body, request, idempotencyKey }) => {
        await limit(useCases, 'register', request);
        const { body: reply, replayed } = await useCases.registerAccount({
          ...body,
          policy: 'strict',
          via: 'v1',
          ip: addressOf(request),
          verify: { channel: 'email', purpose: 'verify-email' },
          idempotencyKey,
          request: body,
          present: (user) => ({ user: userView(user) }),
        });
        return { body: reply, ...(replayed ? { headers: { 'Idempotency-Replayed': 'true' } } : {}) };
      },
    }),
    route({
      method: 'post',
      path: '/v1/auth/verify-email/resend',
      summary: 'Send the code of the e-mail address again',
      ...open,
      body: z.strictObject({ email: emailSchema }),
      reply: { status: 200, schema: messageSchema, description: 'The same for known and unknown addresses' },
      handler: async ({ body: { email }, request }) => {
        await limit(useCases, 'send-code', request, email);
        await useCases.sendCodeUnseen({
          identifiers: readIdentifier(email),
          typed: email,
          channel: 'email',
          purpose: 'verify-email',
          ip: addressOf(request),
        });
        return { body: { message: 'If the address waits to be verified, a code is on its way.' } };
      },
    }),
  ];
}

const payOutSchema = z.union([
  z.strictObject({
    to: z.union([
      z.strictObject({ userId: z.uuid() }),
      z.strictObject({ username: usernameSchema }),
      z.strictObject({ email: emailSchema }),
      z.strictObject({ mobile: mobileSchema }),
    ]),
  }),
  z.strictObject({ withdrawal: z.strictObject({ method: z.string().min(1).max(60).optional() }) }),
]);

/** the body may be missing */
const deleteBody = z.strictObject({ payOut: payOutSchema.optional() });

function endRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/auth/export',
      summary: 'All that is kept of you here, as JSON',
      ...own,
      reply: { status: 200, schema: z.looseObject({ exportedAt: z.iso.datetime() }) },
      errors: [...STEP_UP],
      handler: async ({ request, identity }) => {
        await limit(useCases, 'export', request, identity.userId);
        const headers = {
          'Cache-Control': 'no-store',
          'Content-Disposition': 'attachment; filename="florin-account.json"',
        };
        return { headers, body: await useCases.exportAccount(callerFrom(request, identity)) };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/auth/account',
      summary:
        'Terminate your account for good; 409 tells what is still in it. With payOut the money goes to a person or outside first, ' +
        'and your payment requests and scheduled transfers end with the account',
      ...own,
      body: deleteBody,
      reply: { status: 204 },
      errors: [...STEP_UP, 'NOT_FOUND', 'CONFLICT', 'LIMIT_EXCEEDED', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
      handler: async ({ request, identity, body: { payOut } }) => {
        await useCases.terminateAccount({ ...callerFrom(request, identity), payOut });
        return { headers: { 'Set-Cookie': clearedCookies() } };
      },
    }),
  ];
}

function eventsRoute(useCases: UseCases): Route {
  return route({
    ...own,
    method: 'get',
    path: '/v1/auth/events',
    summary: 'What happened to your account, newest first',
    query: z.strictObject(pageQuery),
    reply: { status: 200, schema: pageSchema(eventSchema) },
    handler: async ({ query, identity }) => {
      const before = decodeCursor(query.cursor, z.tuple([z.int().positive()]))?.[0];
      const entries = await useCases.listEvents(identity.userId, { before, limit: query.limit + 1 });
      const page = toPage(entries, query.limit, ({ n }) => [n]);
      return { body: { ...page, data: page.data.map(eventView) } };
    },
  });
}
