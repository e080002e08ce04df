import { z } from 'zod';
import { route, type Route } from '@florin/service-kit';
import { HEALTH_PATH, STREAM_PATH } from './proxy/table.ts';

const answeredHere = () => Promise.reject(new Error('the gateway answers it without this table'));

const number = z.number().nullable();
const healthSchema = z.object({
  status: z.enum(['ready', 'not ready']),
  processes: z.array(
    z.object({
      name: z.string(),
      ready: z.boolean(),
      uptimeSeconds: number,
      memoryBytes: number,
      eventLoopP99Seconds: number,
      requests: number,
      failures: number,
      outboxRows: number,
      outboxLagSeconds: number,
      openBreakers: z.array(z.string()),
    }),
  ),
  ledger: z.object({ integrityBreaches: number, unsealedSeconds: number }),
  deadLetters: z.array(z.object({ consumer: z.string(), count: z.number() })),
});

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
      handler: answeredHere,
    }),
    route({
      method: 'get',
      path: HEALTH_PATH,
      summary: 'How each process does, what waits, and whether the books are whole',
      tag: 'admin',
      access: 'support',
      reply: { status: 200, schema: healthSchema },
      errors: ['SESSION_REVOKED'],
      handler: answeredHere,
    }),
  ];
}
