import { z } from 'zod';
import { decodeCursor, pageQuery, pageSchema, route, toPage } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import type { Schedule } from '../../../domain/schedule.ts';
import { cursorKey, idParams } from '../schemas.ts';
import { referenceQuery } from '../schemas/memo.ts';
import { occurrenceSchema, scheduleBody, scheduleEditBody, scheduleSchema } from '../schemas/schedule.ts';
import { created, done, madeWith, occurrenceView, scheduleView } from '../views.ts';

const common = { tag: 'scheduled transfers', access: 'user' } as const;

export function scheduleRoutes(useCases: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/scheduled-transfers',
      summary: 'Plan a transfer: once, daily, weekly, every two weeks, monthly, quarterly or yearly',
      ...common,
      body: scheduleBody,
      idempotent: true,
      reply: { status: 201, schema: scheduleSchema },
      errors: ['NOT_FOUND', 'ACCOUNT_FROZEN', 'CONFLICT', 'UNAVAILABLE'],
      handler: async ({ identity, body, idempotencyKey: key }) => {
        const { endsAt, timeZone, retries } = body;
        const plan = { callerId: identity.userId, ...body, endsAt, timeZone, retries, key };
        const schedule = await useCases.createSchedule(plan);
        return created(scheduleView(schedule.body, madeWith(schedule.body.id, body.memo)), schedule.replayed);
      },
    }),
    route({
      method: 'get',
      path: '/v1/scheduled-transfers',
      summary: 'Your scheduled transfers, newest first',
      ...common,
      query: z.strictObject({ ...pageQuery, ...referenceQuery }),
      reply: { status: 200, schema: pageSchema(scheduleSchema) },
      handler: async ({ identity: { userId: ownerId }, query: { limit, cursor, reference } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const found = await useCases.listSchedules({ ownerId, reference, before, limit: limit + 1 });
        const page = toPage(found, limit, ({ id }) => [id]);
        const memos = await useCases.findMemos({ ids: page.data.map(({ id }) => id), viewerId: ownerId });
        return { body: { ...page, data: page.data.map((schedule) => scheduleView(schedule, { memos })) } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/scheduled-transfers/:id',
      summary: 'A scheduled transfer with its latest occurrences',
      ...common,
      params: idParams,
      reply: { status: 200, schema: scheduleSchema.extend({ occurrences: z.array(occurrenceSchema) }) },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => {
        const { schedule, occurrences } = await useCases.getSchedule({ callerId: identity.userId, id: params.id });
        const view = await viewOf(useCases, schedule);
        return { body: { ...view, occurrences: occurrences.map(occurrenceView) } };
      },
    }),
    editRoute(useCases),
    ...changeRoutes(useCases),
  ];
}

async function viewOf(useCases: UseCases, schedule: Schedule) {
  const memos = await useCases.findMemos({ ids: [schedule.id], viewerId: schedule.ownerId });
  return scheduleView(schedule, { memos });
}

function editRoute(useCases: UseCases) {
  return route({
    method: 'patch',
    path: '/v1/scheduled-transfers/:id',
    summary: 'Edit a scheduled transfer from its next occurrence on',
    ...common,
    params: idParams,
    body: scheduleEditBody,
    idempotent: true,
    reply: { status: 200, schema: scheduleSchema },
    errors: ['NOT_FOUND', 'CONFLICT'],
    handler: async ({ identity, params, body, idempotencyKey: key }) => {
      const edited = await useCases.editSchedule({ ...body, callerId: identity.userId, id: params.id, key });
      return done(await viewOf(useCases, edited.body), edited.replayed);
    },
  });
}

const CHANGES = [
  ['pause', 'Pause a scheduled transfer'],
  ['resume', 'Go on with a paused one; what fell due meanwhile is not made up for'],
  ['skip', 'Leave the next occurrence out'],
  ['cancel', 'End a scheduled transfer'],
] as const;

function changeRoutes(useCases: UseCases) {
  return CHANGES.map(([change, summary]) =>
    route({
      method: 'post',
      path: `/v1/scheduled-transfers/:id/${change}`,
      summary,
      ...common,
      params: idParams,
      idempotent: true,
      reply: { status: 200, schema: scheduleSchema },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ identity, params, idempotencyKey: key }) => {
        const schedule = await useCases.changeSchedule({ callerId: identity.userId, id: params.id, change, key });
        return done(await viewOf(useCases, schedule.body), schedule.replayed);
      },
    }),
  );
}
