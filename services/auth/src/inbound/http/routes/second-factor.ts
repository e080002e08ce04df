import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import { route } from '@florin/service-kit';
import type { Reply, Route } from '@florin/service-kit';
import { completeSecondFactor, completeWithPasskey, signInWithGoogle, stepUp } from '../../../app/index.ts';
import type { CompleteResult } from '../../../app/factors/complete.ts';
import { TRUST_SECONDS } from '../../../app/factors/trusted-devices.ts';
import type { App } from '../../../app/ports.ts';
import { TRUSTED_COOKIE, readCookie, requireOwnOrigin, sessionCookies, trustedCookie } from '../cookies.ts';
import { callerFrom, deviceOf } from '../device.ts';
import { limit } from '../limited.ts';
import { signedInReply, userView } from '../replies.ts';
import { assertionSchema, passkeyAnswer } from '../passkey-schemas.ts';
import { deviceSchema, factorSchema, signInReplySchema, signedInSchema, tokenSchema } from '../schemas.ts';
import { signInReply } from './sessions.ts';

const typedFactor = factorSchema.exclude(['passkey']);
const secondFactorReply = signedInSchema.extend({
  /** send it as `trustedDevice` at the next sign-in */
  trustedDevice: z.string().optional(),
});

/** What completes a sign-in: a second factor, Google, or a fresh proof. */
export function secondFactorRoutes(app: App): Route[] {
  return [verifyRoute(app), googleRoute(app), stepUpRoute(app)];
}

function verifyRoute(app: App): Route {
  return route({
    method: 'post',
    path: '/v1/auth/2fa/verify',
    summary: 'Finish a sign-in by a code of a second factor, or by a passkey',
    tag: 'Second factor',
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
      await limit(app, 'second-factor', request, body.challenge);
      if (body.cookies) requireOwnOrigin(request, app.settings.origins);
      const device = deviceOf(request, body.device);
      const { challenge, trustDevice: trust } = body;
      if (body.passkey) {
        const answer = { ...passkeyAnswer(body.passkey), secondFactor: challenge, trust };
        return completed(await completeWithPasskey(app, { ...answer, spec: { device } }), body.cookies);
      }
      const typed = { code: body.code ?? '', factor: body.factor };
      return completed(await completeSecondFactor(app, { challenge, ...typed, trust, device }), body.cookies);
    },
  });
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
    case 'expired':
      throw new FlorinError('CODE_EXPIRED', 'The code has expired; ask for a new one');
    case 'frozen':
      throw new FlorinError('ACCOUNT_FROZEN', 'This account is frozen');
    case 'terminated':
      throw new FlorinError('ACCOUNT_TERMINATED', 'This account was terminated');
    default:
      throw new FlorinError('CODE_INVALID', 'The code is wrong', { errors: [{ path: 'code', message: 'is wrong' }] });
  }
}

function googleRoute(app: App): Route {
  return route({
    method: 'post',
    path: '/v1/auth/google',
    summary: 'Sign in with a Google ID token; makes an account when there is none',
    tag: 'Session',
    access: 'public',
    body: z.strictObject({
      idToken: z.string().min(1).max(8192),
      rememberMe: z.boolean().default(false),
      cookies: z.boolean().default(false),
      trustedDevice: tokenSchema.optional(),
      device: deviceSchema,
    }),
    reply: { status: 200, schema: signInReplySchema },
    errors: ['UNAUTHENTICATED', 'EMAIL_NOT_VERIFIED', 'ACCOUNT_TERMINATED', 'ACCOUNT_FROZEN', 'UNAVAILABLE'],
    handler: async ({ body, request }) => {
      await limit(app, 'google', request);
      if (body.cookies) requireOwnOrigin(request, app.settings.origins);
      const device = deviceOf(request, body.device);
      const result = await signInWithGoogle(app, {
        idToken: body.idToken,
        requireVerified: true,
        create: true,
        trustedDevice: body.trustedDevice ?? readCookie(request, TRUSTED_COOKIE),
        spec: { kind: 'refresh', remember: body.rememberMe, via: 'v1', device },
      });
      if (result.outcome === 'bad-token') throw new FlorinError('UNAUTHENTICATED', 'The Google token is not valid');
      return signInReply(result, body.cookies);
    },
  });
}

function stepUpRoute(app: App): Route {
  return route({
    method: 'post',
    path: '/v1/auth/step-up',
    summary: 'Prove again who you are, for changes that need a fresh sign-in',
    tag: 'Session',
    access: 'user',
    body: z.strictObject({
      password: z.string().min(1).max(1024).optional(),
      code: z.string().trim().min(6).max(40).optional(),
      factor: typedFactor.optional(),
      passkey: assertionSchema.optional(),
      googleToken: z.string().min(1).max(8192).optional(),
    }),
    reply: { status: 200, schema: signedInSchema.omit({ refreshToken: true }) },
    errors: ['UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED', 'SESSION_REVOKED'],
    handler: async ({ body, request, identity }) => {
      await limit(app, 'second-factor', request, identity.userId);
      const passkey = body.passkey && passkeyAnswer(body.passkey);
      const opened = await stepUp(app, callerFrom(request, identity), { ...body, passkey, device: deviceOf(request) });
      const { accessToken, expiresIn, user } = opened;
      const headers = { 'Cache-Control': 'no-store' };
      return { headers, body: { accessToken, tokenType: 'Bearer', expiresIn, user: userView(user) } };
    },
  });
}
