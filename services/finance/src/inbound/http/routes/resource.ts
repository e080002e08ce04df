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
import { idParams, orderBody } from '../schemas.ts';

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
  /** what lists are ordered by before the time and the id */
  lead?: { of: (row: Row) => string | number; schema: z.ZodType<string> };
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
  lead,
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
        const slice = {
          limit,
          after: decodeCursor(cursor, lead ? z.tuple([lead.schema, ...TIME_KEY]) : z.tuple(TIME_KEY)),
        };
        const rows = await list.run({ ownerId, filter: filter as unknown as Filter, slice });
        const { data, nextCursor } = toPage(rows, limit, (row) => [
          ...(lead ? [lead.of(row)] : []),
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

const TIME_KEY = [z.iso.datetime(), z.uuid()] as const;
/** cursors of lists that go by a time, and by an order of people's own before that */
export const timeKey = z.tuple(TIME_KEY);
export const orderKey = z.tuple([z.int().transform(String), ...TIME_KEY]);

/** Lists that people put in an order of their own. */
export const byOrder = { of: ({ order }: { order: number }) => order, schema: z.int().transform(String) };

/** `PUT /v1/<tag>/order`: puts some of one's own things first. */
export function orderRoute(tag: string, run: (order: { ownerId: string; ids: string[] }) => Promise<void>): Route {
  return route({
    tag,
    access: 'user',
    method: 'put',
    path: `/v1/${tag}/order`,
    summary: `Put own ${tag} in an order`,
    body: orderBody,
    reply: { status: 204 },
    errors: ['NOT_FOUND'],
    handler: async ({ body, identity: { userId: ownerId } }) => {
      await run({ ownerId, ids: body.ids });
      return {};
    },
  });
}

/** 201, and whether it is the reply to an earlier request of the same key. */
export function created<T>({ body, replayed }: Once<T>, view: (value: T) => unknown): Reply {
  return { status: 201, body: view(body), ...(replayed ? { headers: { 'Idempotency-Replayed': 'true' } } : {}) };
}
