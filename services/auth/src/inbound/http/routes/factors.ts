import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import { pageSchema, route } from '@florin/service-kit';
import type { Route } from '@florin/service-kit';
import {
  addOtp,
  distrustDevice,
  enrolTotp,
  finishTotp,
  listFactors,
  listTrustedDevices,
  removeOtp,
  removeTotp,
  renewRecoveryCodes,
} from '../../../app/index.ts';
import { codeError } from '../../../app/codes/redeem-code.ts';
import type { App } from '../../../app/ports.ts';
import { callerFrom, deviceOf } from '../device.ts';
import { limit } from '../limited.ts';
import { channelSchema, codeSchema, factorSchema } from '../schemas.ts';

const common = { tag: 'Second factor', access: 'user' } as const;
const errors = ['STEP_UP_REQUIRED', 'SESSION_REVOKED'] as const;
const noStore = { 'Cache-Control': 'no-store' };
const recoveryCodes = z.array(z.string()).describe('Shown once; empty when older ones still work');

export function factorRoutes(app: App): Route[] {
  return [...totpRoutes(app), ...otpRoutes(app), ...listRoutes(app)];
}

function totpRoutes(app: App): Route[] {
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
        body: await enrolTotp(app, callerFrom(request, identity)),
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
        await limit(app, 'second-factor', request, identity.userId);
        const result = await finishTotp(app, callerFrom(request, identity), { code, device: deviceOf(request) });
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
        await removeTotp(app, callerFrom(request, identity), deviceOf(request));
        return {};
      },
    }),
  ];
}

function otpRoutes(app: App): Route[] {
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
        body: { recoveryCodes: await addOtp(app, callerFrom(request, identity), channel, deviceOf(request)) },
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
      handler: async ({ params, request, identity }) => {
        await removeOtp(app, callerFrom(request, identity), params.channel, deviceOf(request));
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
        body: { recoveryCodes: await renewRecoveryCodes(app, callerFrom(request, identity), deviceOf(request)) },
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

function listRoutes(app: App): Route[] {
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/auth/2fa',
      summary: 'Your second factors',
      reply: { status: 200, schema: z.object({ factors: z.array(factorSchema), recoveryCodesLeft: z.int() }) },
      handler: async ({ request, identity }) => ({ body: await listFactors(app, callerFrom(request, identity)) }),
    }),
    route({
      ...common,
      method: 'get',
      path: '/v1/auth/2fa/trusted-devices',
      summary: 'Devices that skip the second factor',
      reply: { status: 200, schema: pageSchema(trustedSchema) },
      handler: async ({ request, identity }) => {
        const devices = await listTrustedDevices(app, callerFrom(request, identity));
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
      params: z.object({ id: z.uuid() }),
      reply: { status: 204 },
      errors: ['NOT_FOUND'],
      handler: async ({ params, request, identity }) => {
        await distrustDevice(app, callerFrom(request, identity), params.id);
        return {};
      },
    }),
  ];
}
