import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import { pageSchema, route, uuid, type Route } from '@florin/service-kit';
import { codeError } from '../../../app/codes/code-error.ts';
import type { UseCases } from '../../../app/index.ts';
import { callerFrom, deviceOf, limit } from '../caller.ts';
import { channelSchema, codeSchema, factorSchema } from '../schemas.ts';

const common = { tag: 'second factors', access: 'user' } as const;
const errors = ['STEP_UP_REQUIRED', 'SESSION_REVOKED'] as const;
const noStore = { 'Cache-Control': 'no-store' };
const recoveryCodes = z.array(z.string()).describe('Shown once; empty when older ones still work');

export function factorRoutes(useCases: UseCases): Route[] {
  return [...totpRoutes(useCases), ...otpRoutes(useCases), ...listRoutes(useCases)];
}

function totpRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'post',
      path: '/v1/auth/2fa/totp',
      summary: 'Begin TOTP: a secret for your authenticator app',
      reply: { status: 201, schema: z.object({ secret: z.string(), otpauthUrl: z.string(), qrDataUrl: z.string() }) },
      errors: [...errors, 'CONFLICT'],
      handler: async ({ request, identity }) => ({
        headers: noStore,
        body: await useCases.enrolTotp(callerFrom(request, identity)),
      }),
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/auth/2fa/totp/confirm',
      summary: 'Turn TOTP on by a first code',
      body: z.strictObject({ code: codeSchema }),
      reply: { status: 200, schema: z.object({ recoveryCodes }) },
      errors: [...errors, 'CODE_INVALID', 'CONFLICT'],
      handler: async ({ body: { code }, request, identity }) => {
        await limit(useCases, 'second-factor', request, identity.userId);
        const result = await useCases.finishTotp(callerFrom(request, identity), { code, device: deviceOf(request) });
        if (result.outcome === 'ok') return { headers: noStore, body: { recoveryCodes: result.recoveryCodes } };
        if (result.outcome === 'wrong-code') throw codeError('wrong');
        throw new FlorinError(
          'CONFLICT',
          result.outcome === 'not-enrolled' ? 'Begin TOTP first' : 'TOTP is on already',
        );
      },
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/auth/2fa/totp',
      summary: 'Turn TOTP off',
      reply: { status: 204 },
      errors: [...errors, 'NOT_FOUND'],
      handler: async ({ request, identity }) => {
        await useCases.removeFactor(callerFrom(request, identity), { kind: 'totp' }, deviceOf(request));
        return {};
      },
    }),
  ];
}

function otpRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'post',
      path: '/v1/auth/2fa/otp',
      summary: 'Turn codes by e-mail or SMS on as a second factor',
      body: z.strictObject({ channel: channelSchema }),
      reply: { status: 200, schema: z.object({ recoveryCodes }) },
      errors: [...errors, 'CONFLICT'],
      handler: async ({ body: { channel }, request, identity }) => ({
        headers: noStore,
        body: { recoveryCodes: await useCases.addOtp(callerFrom(request, identity), channel, deviceOf(request)) },
      }),
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/auth/2fa/otp/:channel',
      summary: 'Turn them off',
      params: z.object({ channel: channelSchema }),
      reply: { status: 204 },
      errors: [...errors, 'NOT_FOUND'],
      handler: async ({ params: { channel }, request, identity }) => {
        const factor = { kind: `otp-${channel}`, channel } as const;
        await useCases.removeFactor(callerFrom(request, identity), factor, deviceOf(request));
        return {};
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/auth/2fa/recovery-codes',
      summary: 'Ten new recovery codes in place of the old ones, shown once',
      reply: { status: 201, schema: z.object({ recoveryCodes }) },
      errors: [...errors],
      handler: async ({ request, identity }) => ({
        headers: noStore,
        body: { recoveryCodes: await useCases.renewRecoveryCodes(callerFrom(request, identity), deviceOf(request)) },
      }),
    }),
  ];
}

const trustedSchema = z.object({
  id: z.uuid(),
  device: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

function listRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/auth/2fa',
      summary: 'Your second factors',
      reply: { status: 200, schema: z.object({ factors: z.array(factorSchema), recoveryCodesLeft: z.int() }) },
      handler: async ({ request, identity }) => ({ body: await useCases.listFactors(callerFrom(request, identity)) }),
    }),
    route({
      ...common,
      method: 'get',
      path: '/v1/auth/2fa/trusted-devices',
      summary: 'Devices that skip the second factor',
      reply: { status: 200, schema: pageSchema(trustedSchema) },
      handler: async ({ request, identity }) => {
        const devices = await useCases.listTrustedDevices(callerFrom(request, identity));
        const data = devices.map(({ id, deviceName, createdAt, lastUsedAt, expiresAt }) => {
          return { id, device: deviceName, createdAt, lastUsedAt, expiresAt };
        });
        return { body: { data, nextCursor: null } };
      },
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/auth/2fa/trusted-devices/:id',
      summary: 'Ask that device for the second factor again',
      params: z.object({ id: uuid }),
      reply: { status: 204 },
      errors: ['NOT_FOUND'],
      handler: async ({ params, request, identity }) => {
        await useCases.distrustDevice(callerFrom(request, identity), params.id);
        return {};
      },
    }),
  ];
}
