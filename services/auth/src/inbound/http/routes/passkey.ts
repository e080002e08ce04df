import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import { pageSchema, route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import type { Passkey } from '../../../app/passkeys/ports.ts';
import { requireOwnOrigin, callerFrom, deviceOf, limit } from '../caller.ts';
import { deviceSchema, nameSchema, signedInSchema, tokenSchema } from '../schemas.ts';
import { assertionSchema, attestation, attestationSchema, passkeyAnswer } from '../schemas/passkey.ts';
import { signedInReply } from '../views.ts';

const open = { tag: 'passkeys', access: 'public' } as const;
const own = { tag: 'passkeys', access: 'user' } as const;
const passkeySchema = z.object({
  id: z.string(),
  name: z.string(),
  secondFactor: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
const optionsSchema = z.object({
  options: z.looseObject({ challenge: z.string() }).describe('For navigator.credentials'),
  challenge: z.string().describe('Hand it back with the answer, within 5 minutes'),
});
const errors = ['STEP_UP_REQUIRED', 'SESSION_REVOKED'] as const;

export function passkeyRoutes(useCases: UseCases): Route[] {
  // before /:id, which would take `sign-in` for an id
  return [...signInRoutes(useCases), ...ownRoutes(useCases)];
}

function view({ id, name, secondFactor, createdAt, lastUsedAt }: Passkey) {
  return { id, name, secondFactor, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}

function ownRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...own,
      method: 'post',
      path: '/v1/auth/passkeys/options',
      summary: 'Begin to add a passkey',
      reply: { status: 200, schema: optionsSchema },
      errors: [...errors, 'LIMIT_EXCEEDED'],
      handler: async ({ request, identity }) => ({ body: await useCases.startPasskey(callerFrom(request, identity)) }),
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/auth/passkeys',
      summary: 'Add the passkey',
      body: z.strictObject({
        challenge: tokenSchema,
        response: attestationSchema,
        name: nameSchema.default('Passkey'),
        secondFactor: z.boolean().default(false).describe('Ask for it after the password, too'),
      }),
      reply: { status: 201, schema: passkeySchema },
      errors: [...errors],
      handler: async ({ body, request, identity }) => {
        const input = { ...body, response: attestation(body.response), device: deviceOf(request) };
        return { body: view(await useCases.finishPasskey(callerFrom(request, identity), input)) };
      },
    }),
    route({
      ...own,
      method: 'get',
      path: '/v1/auth/passkeys',
      summary: 'Your passkeys',
      reply: { status: 200, schema: pageSchema(passkeySchema) },
      handler: async ({ request, identity }) => {
        const passkeys = await useCases.listPasskeys(callerFrom(request, identity));
        return { body: { data: passkeys.map(view), nextCursor: null } };
      },
    }),
    route({
      ...own,
      method: 'delete',
      path: '/v1/auth/passkeys/:id',
      summary: 'Remove a passkey',
      params: z.object({ id: z.string().max(1400) }),
      reply: { status: 204 },
      errors: [...errors, 'NOT_FOUND'],
      handler: async ({ params, request, identity }) => {
        const passkey = { kind: 'passkey', id: params.id } as const;
        await useCases.removeFactor(callerFrom(request, identity), passkey, deviceOf(request));
        return {};
      },
    }),
  ];
}

function signInRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/auth/passkeys/sign-in/options',
      summary: 'Begin to sign in by a passkey, or to give one as second factor',
      ...open,
      reply: { status: 200, schema: optionsSchema },
      handler: async ({ request }) => {
        await limit(useCases, 'passkey', request);
        return { body: await useCases.startPasskeySignIn() };
      },
    }),
    route({
      method: 'post',
      path: '/v1/auth/passkeys/sign-in',
      summary: 'Sign in by a passkey',
      ...open,
      body: assertionSchema.extend({
        rememberMe: z.boolean().default(false),
        cookies: z.boolean().default(false),
        device: deviceSchema,
      }),
      reply: { status: 200, schema: signedInSchema },
      errors: ['UNAUTHENTICATED', 'EMAIL_NOT_VERIFIED', 'ACCOUNT_FROZEN', 'ACCOUNT_TERMINATED'],
      handler: async ({ body, request }) => {
        await limit(useCases, 'passkey', request);
        if (body.cookies) requireOwnOrigin(useCases, request);
        const device = deviceOf(request, body.device);
        const spec = { kind: 'refresh', remember: body.rememberMe, via: 'v1', device } as const;
        const result = await useCases.signInWithPasskey({ ...passkeyAnswer(body), spec });
        if (result.outcome === 'signed-in') return signedInReply(result.opened, body.cookies);
        throw new FlorinError(REFUSED[result.outcome], 'This passkey can not sign in');
      },
    }),
  ];
}

const REFUSED = {
  refused: 'UNAUTHENTICATED',
  unverified: 'EMAIL_NOT_VERIFIED',
  terminated: 'ACCOUNT_TERMINATED',
  frozen: 'ACCOUNT_FROZEN',
} as const;
