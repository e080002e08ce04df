import { z } from 'zod';
import { route, type Route } from '@florin/service-kit';
import { STREAM_PATH } from '../proxy/table.ts';

/** What the reference tells of the paths below /v1 that end at the gateway. */
export function apiRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: STREAM_PATH,
      summary: 'What is new for you, as it comes: server-sent events',
      tag: 'notifications',
      access: 'user',
      query: z.strictObject({ lastEventId: z.string().optional() }),
      reply: { status: 200, contentType: 'text/event-stream' },
      errors: ['SESSION_REVOKED'],
      handler: () => Promise.reject(new Error('the gateway answers it by streams/routes.ts')),
    }),
  ];
}
