import { decodeCursor, pageQuery, pageSchema, route, toPage, uploaded, type Route } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../../app/index.ts';
import { MAX_FILE_BYTES, MAX_RESTORE_BYTES, RESTORE, type Import } from '../../../domain/imports/import.ts';
import { idParams } from '../schemas.ts';
import {
  importChangesBody,
  importReply,
  importRowReply,
  importRowsQuery,
  newImportQuery,
  newImportReply,
} from '../schemas/import.ts';
import { importRowView, importView } from '../views/import.ts';
import { created } from './resource.ts';

const common = { tag: 'imports', access: 'user' } as const;
const one = { ...common, params: idParams } as const;
const timeKey = z.tuple([z.iso.datetime(), z.uuid()]);
const placeKey = z.tuple([z.int()]);

export function importRoutes(useCases: UseCases): Route[] {
  return [uploadRoute(useCases), ...readRoutes(useCases), changeRoute(useCases), ...workRoutes(useCases)];
}

function uploadRoute({ receiveImport }: UseCases): Route {
  return route({
    ...common,
    method: 'post',
    path: '/v1/imports',
    summary:
      "Upload a bank's file for a wallet, or a full export, to be read; nothing is written before it is committed",
    upload: 'The file as it is, at most 100 MiB, a full export 600 MiB; its name goes into Content-Disposition',
    query: newImportQuery,
    idempotent: true,
    reply: { status: 202, schema: newImportReply },
    errors: ['NOT_FOUND', 'CONFLICT', 'LIMIT_EXCEEDED'],
    handler: async ({ query, identity: { userId: ownerId }, idempotencyKey: key, request }) => {
      const fileName = fileNameOf(request.get('content-disposition'));
      const bytes = uploaded(request, query.format === RESTORE ? MAX_RESTORE_BYTES : MAX_FILE_BYTES);
      const made = await receiveImport({ ...query, ownerId, key, fileName, bytes });
      return { ...created(made, ({ id, status }) => ({ id, status })), status: 202 };
    },
  });
}

/** The name in a Content-Disposition, without folders; empty when it tells none. */
export function fileNameOf(header = ''): string {
  const coded = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(header)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(header);
  const name = (coded === undefined ? undefined : decoded(coded)) ?? plain?.[1] ?? plain?.[2] ?? '';
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200)
    .toWellFormed();
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const EVENTS = 'text/event-stream';

async function* eventsOf(states: AsyncIterable<Import>): AsyncIterable<string> {
  for await (const state of states) yield `data: ${JSON.stringify(importView(state))}\n\n`;
}

function readRoutes({ listImports, getImport, listImportRows, watchImport }: UseCases): Route[] {
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/imports',
      summary: 'Own imports, latest first',
      query: z.strictObject(pageQuery),
      reply: { status: 200, schema: pageSchema(importReply) },
      handler: async ({ query: { limit, cursor }, identity: { userId: ownerId } }) => {
        const rows = await listImports({ ownerId, slice: { limit, after: decodeCursor(cursor, timeKey) } });
        const { data, nextCursor } = toPage(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
        return { body: { data: data.map(importView), nextCursor } };
      },
    }),
    route({
      ...one,
      method: 'get',
      path: '/v1/imports/:id',
      summary: 'What was found in a file, and how far the work on it is',
      reply: {
        status: 200,
        description: 'The import; with `Accept: text/event-stream` again every second until nobody works on it',
        schema: importReply,
        contentType: EVENTS,
      },
      errors: ['NOT_FOUND'],
      handler: async ({ params, identity: { userId: ownerId }, request }) => {
        const asked = { ownerId, id: params.id };
        if (request.accepts(['application/json', EVENTS]) !== EVENTS)
          return { body: importView(await getImport(asked)) };
        return { body: eventsOf(watchImport(asked)), contentType: EVENTS, headers: { 'Cache-Control': 'no-store' } };
      },
    }),
    route({
      ...one,
      method: 'get',
      path: '/v1/imports/:id/rows',
      summary: 'The rows of a file in its order, and what becomes of each',
      query: importRowsQuery,
      reply: { status: 200, schema: pageSchema(importRowReply) },
      errors: ['NOT_FOUND'],
      handler: async ({ params, query: { limit, cursor, status }, identity: { userId: ownerId } }) => {
        const [after = 0] = decodeCursor(cursor, placeKey) ?? [];
        const rows = await listImportRows({ ownerId, id: params.id, state: status, slice: { limit, after } });
        const { data, nextCursor } = toPage(rows, limit, ({ position }) => [position]);
        return { body: { data: data.map(importRowView), nextCursor } };
      },
    }),
  ];
}

function changeRoute({ changeImport }: UseCases): Route {
  return route({
    ...one,
    method: 'patch',
    path: '/v1/imports/:id',
    summary: 'Say how a file is to be read, which is done again, or which of its rows are meant',
    body: importChangesBody,
    reply: { status: 200, schema: importReply },
    errors: ['NOT_FOUND', 'CONFLICT'],
    handler: async ({ params, body, identity: { userId: ownerId } }) => ({
      body: importView(await changeImport({ ownerId, id: params.id, changes: body })),
    }),
  });
}

function workRoutes({ commitImport, undoImport }: UseCases): Route[] {
  const common = { ...one, method: 'post', reply: { status: 202, schema: importReply } } as const;
  return [
    route({
      ...common,
      path: '/v1/imports/:id/commit',
      summary: 'Post the new rows of a file; what was committed already stays as it is',
      idempotent: true,
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED'],
      handler: async ({ params, identity: { userId: ownerId } }) => ({
        body: importView(await commitImport({ ownerId, id: params.id })),
      }),
    }),
    route({
      ...common,
      path: '/v1/imports/:id/undo',
      summary: 'Delete the transactions of a committed file and take their postings back',
      idempotent: true,
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED'],
      handler: async ({ params, identity: { userId: ownerId } }) => ({
        body: importView(await undoImport({ ownerId, id: params.id })),
      }),
    }),
  ];
}
