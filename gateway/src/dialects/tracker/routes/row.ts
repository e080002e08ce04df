import type { Clients } from '../../../clients/index.ts';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { listQuery, toQuery } from '../input.ts';
import { idParams } from '../schemas.ts';
import {
  ACCESS_ERRORS,
  DELETED,
  RETRIEVED,
  documented,
  documentedError,
  documentedList,
  listReply,
  success,
} from '../views.ts';

interface Rows {
  path: string;
  tag: string;
  /** what the rows are in plain words, e.g. `wallet` and `wallets` */
  one: string;
  many: string;
  /** beside `search`, what a page may be narrowed by */
  filters: readonly string[];
  /** a row as the documents show it, whole and as in `get-all` */
  example: object;
  short: object;
  page: (
    clients: Clients,
    userId: string,
    query: ReturnType<typeof toQuery>,
  ) => Promise<{ rows: unknown[]; total: number }>;
  all: (clients: Clients, userId: string) => Promise<unknown[]>;
  byId: (clients: Clients, userId: string, id: string) => Promise<unknown>;
  remove: (clients: Clients, one: { userId: string; id: string; idempotencyKey: string }) => Promise<unknown>;
  /** what else is said of that */
  removal?: string;
}

/** What is alike for every kind of row: a page, all of them, one by its id, and the end of one. */
export function rowRoutes({
  path,
  tag,
  one,
  many,
  filters,
  example,
  short,
  removal = '',
  ...calls
}: Rows): DialectRoute[] {
  const common = { tag, access: 'session' } as const;
  return [
    dialectRoute({
      method: 'GET',
      path,
      summary: `A page of ${many}`,
      ...common,
      query: listQuery(filters),
      replies: { 200: documentedList(example), ...ACCESS_ERRORS },
      handler: async ({ query, session }, { clients }) => {
        const { rows, total } = await calls.page(clients, session.identity.userId, toQuery(query));
        return listReply(rows, total, query);
      },
    }),
    dialectRoute({
      method: 'GET',
      path: `${path}/get-all`,
      summary: `All ${many}, as a bare array`,
      ...common,
      replies: { 200: { description: 'All of them', example: [short] }, ...ACCESS_ERRORS },
      handler: async ({ session }, { clients }) => ({ body: await calls.all(clients, session.identity.userId) }),
    }),
    dialectRoute({
      method: 'GET',
      path: `${path}/:id`,
      summary: `One ${one}`,
      ...common,
      params: idParams,
      replies: { 200: documented(RETRIEVED, example), 404: missing(one), ...ACCESS_ERRORS },
      handler: async ({ params, session }, { clients }) =>
        success(RETRIEVED, await calls.byId(clients, session.identity.userId, params.id)),
    }),
    dialectRoute({
      method: 'DELETE',
      path: `${path}/:id`,
      summary: `Delete a ${one}${removal}`,
      ...common,
      once: true,
      params: idParams,
      replies: { 200: documented(DELETED), 404: missing(one), ...ACCESS_ERRORS },
      handler: async ({ params: { id }, session, idempotencyKey }, { clients }) => {
        await calls.remove(clients, { userId: session.identity.userId, id, idempotencyKey });
        return success(DELETED);
      },
    }),
  ];
}

/** The documented 404 of such a row. */
export function missing(one: string) {
  return documentedError(`${one.charAt(0).toUpperCase()}${one.slice(1)} not found`);
}
