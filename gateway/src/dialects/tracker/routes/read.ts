import type { Clients } from '../../../clients/index.ts';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { listQuery, toQuery } from '../input.ts';
import { idParams } from '../schemas.ts';
import { ACCESS_ERRORS, RETRIEVED, documented, documentedError, documentedList, listReply, success } from '../views.ts';

interface Reads {
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
}

/** The three reads of every kind of row: a page, all of them, one by its id. */
export function readRoutes({ path, tag, one, many, filters, example, short, ...reads }: Reads): DialectRoute[] {
  return [
    dialectRoute({
      method: 'GET',
      path,
      summary: `A page of ${many}`,
      tag,
      access: 'session',
      query: listQuery(filters),
      replies: { 200: documentedList(example), ...ACCESS_ERRORS },
      handler: async ({ query, session }, { clients }) => {
        const { rows, total } = await reads.page(clients, session.identity.userId, toQuery(query));
        return listReply(rows, total, query);
      },
    }),
    dialectRoute({
      method: 'GET',
      path: `${path}/get-all`,
      summary: `All ${many}, as a bare array`,
      tag,
      access: 'session',
      replies: { 200: { description: 'All of them', example: [short] }, ...ACCESS_ERRORS },
      handler: async ({ session }, { clients }) => ({ body: await reads.all(clients, session.identity.userId) }),
    }),
    dialectRoute({
      method: 'GET',
      path: `${path}/:id`,
      summary: `One ${one}`,
      tag,
      access: 'session',
      params: idParams,
      replies: { 200: documented(RETRIEVED, example), 404: missing(one), ...ACCESS_ERRORS },
      handler: async ({ params, session }, { clients }) =>
        success(RETRIEVED, await reads.byId(clients, session.identity.userId, params.id)),
    }),
  ];
}

/** The documented 404 of such a row. */
export function missing(one: string) {
  return documentedError(`${one.charAt(0).toUpperCase()}${one.slice(1)} not found`);
}
