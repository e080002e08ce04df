import type { ErrorCode } from '@florin/errors';
import {
  decodeCursor,
  pageQuery,
  pageSchema,
  requireMatch,
  route,
  toPage,
  type Reply,
  type Route,
} from '@florin/service-kit';
import { z } from 'zod';
import type { Once, Slice } from '../../../app/ports.ts';
import { idParams } from '../schemas.ts';

interface Described {
  summary: string;
  errors?: ErrorCode[];
}

/** A kind of thing that people own, and what may be done with it. */
interface Resource<Row extends { id: string }, New, Filter, Changes> {
  tag: string;
  /** one of them, as clients see it */
  schema: z.ZodType;
  view: (row: Row) => unknown;
  /** what lists are ordered by, beside the id */
  day?: (row: Row) => string;
  time: (row: Row) => Date;
  create: Described & {
    body: z.ZodType<New>;
    run: (order: New & { ownerId: string; key: string | undefined }) => Promise<Once<Row>>;
  };
  list: Described & {
    /** filters, beside limit and cursor */
    filter: z.ZodObject & z.ZodType<Filter>;
    run: (order: { ownerId: string; filter: Filter; slice: Slice }) => Promise<Row[]>;
  };
  get: Described & { run: (order: { ownerId: string; id: string }) => Promise<Row> };
  change: Described & {
    body: z.ZodType<Changes>;
    run: (order: { ownerId: string; id: string; changes: Changes }) => Promise<Row>;
  };
  remove: Described & { run: (order: { ownerId: string; id: string }) => Promise<void> };
}

/** `POST` and `GET /v1/<tag>`, and `GET`, `PATCH` and `DELETE /v1/<tag>/:id`, of the signed-in person's own things. */
export function resourceRoutes<Row extends { id: string }, New extends object, Filter extends object, Changes>(
  resource: Resource<Row, New, Filter, Changes>,
): Route[] {
  return [...listRoutes(resource), ...itemRoutes(resource)];
}

function listRoutes<Row extends { id: string }, New extends object, Filter extends object, Changes>({
  tag,
  schema,
  view,
  day,
  time,
  create,
  list,
}: Resource<Row, New, Filter, Changes>): Route[] {
  const common = { tag, access: 'user', path: `/v1/${tag}` } as const;
  return [
    route({
      ...common,
      ...described(create),
      method: 'post',
      body: create.body,
      idempotent: true,
      reply: { status: 201, schema },
      handler: async ({ body, identity: { userId: ownerId }, idempotencyKey: key }) =>
        created(await create.run({ ...body, ownerId, key }), view),
    }),
    route({
      ...common,
      ...described(list),
      method: 'get',
      query: z.strictObject({ ...pageQuery, ...list.filter.shape }),
      reply: { status: 200, schema: pageSchema(schema) },
      handler: async ({ query, identity: { userId: ownerId } }) => {
        const { limit, cursor, ...filter } = query as { limit: number; cursor?: string } & Filter;
        const slice = { limit, after: decodeCursor(cursor, day ? dayKey : timeKey) };
        const rows = await list.run({ ownerId, filter: filter as unknown as Filter, slice });
        const { data, nextCursor } = toPage(rows, limit, (row) => [
          ...(day ? [day(row)] : []),
          time(row).toISOString(),
          row.id,
        ]);
        return { body: { data: data.map(view), nextCursor } };
      },
    }),
  ];
}

function itemRoutes<Row extends { id: string }, New, Filter, Changes>({
  tag,
  schema,
  view,
  get,
  change,
  remove,
}: Resource<Row, New, Filter, Changes>): Route[] {
  const common = { tag, access: 'user', path: `/v1/${tag}/:id`, params: idParams } as const;
  return [
    route({
      ...common,
      ...described(get),
      method: 'get',
      reply: { status: 200, schema },
      handler: async ({ params, identity: { userId: ownerId } }) => ({
        body: view(await get.run({ ownerId, id: params.id })),
      }),
    }),
    route({
      ...common,
      ...described(change, 'PRECONDITION_FAILED'),
      method: 'patch',
      body: change.body,
      reply: { status: 200, schema },
      handler: async ({ params, body, identity: { userId: ownerId }, request }) => {
        await requireMatch(request, async () => view(await get.run({ ownerId, id: params.id })));
        return { body: view(await change.run({ ownerId, id: params.id, changes: body })) };
      },
    }),
    route({
      ...common,
      ...described(remove, 'PRECONDITION_FAILED'),
      method: 'delete',
      reply: { status: 204 },
      handler: async ({ params, identity: { userId: ownerId }, request }) => {
        await requireMatch(request, async () => view(await get.run({ ownerId, id: params.id })));
        await remove.run({ ownerId, id: params.id });
        return {};
      },
    }),
  ];
}

const described = ({ summary, errors = [] }: Described, ...more: ErrorCode[]) => {
  const all = [...errors, ...more];
  return { summary, ...(all.length > 0 ? { errors: all } : {}) };
};

const timeKey = z.tuple([z.iso.datetime(), z.uuid()]);
const dayKey = z.tuple([z.iso.date(), z.iso.datetime(), z.uuid()]);

/** 201, and whether it is the reply to an earlier request of the same key. */
export function created<T>({ body, replayed }: Once<T>, view: (value: T) => unknown): Reply {
  return { status: 201, body: view(body), ...(replayed ? { headers: { 'Idempotency-Replayed': 'true' } } : {}) };
}
