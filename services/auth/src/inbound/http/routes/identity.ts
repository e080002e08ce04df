import { z } from 'zod';
import { pageSchema, route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { callerFrom, deviceOf } from '../caller.ts';

const common = { path: '/v1/auth/identities', tag: 'own account', access: 'user' } as const;
const identitySchema = z.object({ issuer: z.string(), createdAt: z.iso.datetime() });

/** Accounts elsewhere that sign in to this one. */
export function identityRoutes(useCases: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'get',
      summary: 'Accounts elsewhere, e.g. at Google, that sign in to yours',
      reply: { status: 200, schema: pageSchema(identitySchema) },
      errors: ['SESSION_REVOKED'],
      handler: async ({ request, identity }) => {
        const found = await useCases.listIdentities(callerFrom(request, identity));
        const data = found.map(({ issuer, createdAt }) => ({ issuer, createdAt: createdAt.toISOString() }));
        return { body: { data, nextCursor: null } };
      },
    }),
    route({
      ...common,
      method: 'delete',
      summary: 'End sign-in by accounts elsewhere',
      reply: { status: 204 },
      errors: ['STEP_UP_REQUIRED', 'SESSION_REVOKED', 'NOT_FOUND'],
      handler: async ({ request, identity }) => {
        await useCases.removeFactor(callerFrom(request, identity), { kind: 'google' }, deviceOf(request));
        return {};
      },
    }),
  ];
}
