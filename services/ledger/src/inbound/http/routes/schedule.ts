import { z } from 'zod';
import { toJsonAmount } from '@florin/money';
import { amountSchema, decodeCursor, pageQuery, pageSchema, route, toPage } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import type { Occurrence, Schedule } from '../../../domain/schedule.ts';
import { currency, cursorKey, idParams, instantParam, note, recipient, visibility } from '../schemas.ts';
import { created, done } from '../views.ts';

const tag = 'scheduled transfers';
const access = 'user';
const frequency = z.enum(['once', 'daily', 'weekly', 'biweekly', 'monthly']);

const scheduleSchema = z.object({
  id: z.uuid(),
  status: z.enum(['active', 'paused', 'done', 'cancelled']),
  to: z.object({ userId: z.uuid(), accountId: z.uuid() }),
  amount: z.int(),
  currency: z.string(),
  note: z.string(),
  visibility: z.enum(['private', 'friends', 'public']),
  frequency,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  nextAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

const occurrenceSchema = z.object({
  number: z.int(),
  dueAt: z.iso.datetime(),
  status: z.enum(['posted', 'failed', 'skipped']),
  transferId: z.uuid().nullable(),
  /** the code of the error, when it failed */
  failure: z.string().nullable(),
});

function scheduleView(schedule: Schedule) {
  return {
    id: schedule.id,
    status: schedule.status,
    to: { userId: schedule.toUserId, accountId: schedule.toAccountId },
    amount: toJsonAmount(schedule.amount),
    currency: schedule.currency,
    note: schedule.note,
    visibility: schedule.visibility,
    frequency: schedule.frequency,
    startsAt: schedule.startsAt.toISOString(),
    endsAt: schedule.endsAt?.toISOString() ?? null,
    nextAt: schedule.nextAt?.toISOString() ?? null,
    createdAt: schedule.createdAt.toISOString(),
  };
}

const occurrenceView = (occurrence: Occurrence) => ({ ...occurrence, dueAt: occurrence.dueAt.toISOString() });

const planBody = z.strictObject({
  to: recipient,
  amount: amountSchema,
  currency,
  note,
  visibility,
  frequency,
  startsAt: instantParam,
  endsAt: instantParam.optional(),
});

export function scheduleRoutes(app: UseCases) {
  return [
    route({
      method: 'post',
      path: '/v1/scheduled-transfers',
      summary: 'Plan a transfer: once, daily, weekly, every two weeks or monthly',
      tag,
      access,
      body: planBody,
      idempotent: true,
      reply: { status: 201, schema: scheduleSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, body, idempotencyKey: key }) => {
        const plan = { callerId: identity.userId, ...body, endsAt: body.endsAt, key };
        const schedule = await app.createSchedule(plan);
        return created(scheduleView(schedule.body), schedule.replayed);
      },
    }),
    route({
      method: 'get',
      path: '/v1/scheduled-transfers',
      summary: 'Your scheduled transfers, newest first',
      tag,
      access,
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(scheduleSchema) },
      handler: async ({ identity, query: { limit, cursor } }) => {
        const before = decodeCursor(cursor, cursorKey)?.[0];
        const found = await app.listSchedules(identity.userId, { before, limit: limit + 1 });
        const page = toPage(found, limit, ({ id }) => [id]);
        return { body: { ...page, data: page.data.map(scheduleView) } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/scheduled-transfers/:id',
      summary: 'A scheduled transfer with its latest occurrences',
      tag,
      access,
      params: idParams,
      reply: { status: 200, schema: scheduleSchema.extend({ occurrences: z.array(occurrenceSchema) }) },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) => {
        const { schedule, occurrences } = await app.getSchedule(identity.userId, params.id);
        return { body: { ...scheduleView(schedule), occurrences: occurrences.map(occurrenceView) } };
      },
    }),
    ...changeRoutes(app),
  ];
}

const CHANGES = [
  ['pause', 'Pause a scheduled transfer'],
  ['resume', 'Go on with a paused one; what fell due meanwhile is not made up for'],
  ['skip', 'Leave the next occurrence out'],
  ['cancel', 'End a scheduled transfer'],
] as const;

function changeRoutes(app: UseCases) {
  return CHANGES.map(([change, summary]) =>
    route({
      method: 'post',
      path: `/v1/scheduled-transfers/:id/${change}`,
      summary,
      tag,
      access,
      params: idParams,
      idempotent: true,
      reply: { status: 200, schema: scheduleSchema },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ identity, params, idempotencyKey: key }) => {
        const schedule = await app.changeSchedule({ callerId: identity.userId, id: params.id, change, key });
        return done(scheduleView(schedule.body), schedule.replayed);
      },
    }),
  );
}
