import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { preferencesBody, preferencesSchema } from '../schemas.ts';

const common = { tag: 'notification preferences', access: 'user' } as const;
const path = '/v1/notification-preferences';

export function preferenceRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path,
      summary: 'What you are told, and how',
      ...common,
      reply: { status: 200, schema: preferencesSchema },
      handler: async ({ identity }) => ({ body: { data: await useCases.listPreferences(identity.userId) } }),
    }),
    route({
      method: 'patch',
      path,
      summary: 'Change what you are told; what is not named stays as it is',
      ...common,
      body: preferencesBody,
      reply: { status: 200, schema: preferencesSchema },
      handler: async ({ identity: { userId }, body: { preferences: choices } }) => ({
        body: { data: await useCases.changePreferences({ userId, choices }) },
      }),
    }),
  ];
}
