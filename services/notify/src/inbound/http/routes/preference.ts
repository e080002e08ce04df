import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { preferencesBody, preferencesSchema } from '../schemas.ts';

const tag = 'notification preferences';
const path = '/v1/notification-preferences';

export function preferenceRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path,
      summary: 'What you are told, and how',
      tag,
      access: 'user',
      reply: { status: 200, schema: preferencesSchema },
      handler: async ({ identity }) => ({ body: { data: await useCases.listPreferences(identity.userId) } }),
    }),
    route({
      method: 'patch',
      path,
      summary: 'Change what you are told; what is not named stays as it is',
      tag,
      access: 'user',
      body: preferencesBody,
      reply: { status: 200, schema: preferencesSchema },
      handler: async ({ identity: { userId }, body: { preferences: choices } }) => ({
        body: { data: await useCases.changePreferences({ userId, choices }) },
      }),
    }),
  ];
}
