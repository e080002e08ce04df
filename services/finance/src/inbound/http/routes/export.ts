import { route, type Route } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../../app/index.ts';
import { transactionReply, transactionsFilter } from '../schemas/transaction.ts';
import { exportCsv, exportJson } from '../views/export.ts';
import { zipOf } from '../views/zip.ts';

const named = z.object({ name: z.string() });
const exportReply = z.object({
  data: z.array(transactionReply.extend({ wallet: named, category: named.nullable() })),
});

export function exportRoutes(useCases: UseCases): Route[] {
  return [transactionsRoute(useCases), allRoute(useCases)];
}

function transactionsRoute({ exportTransactions }: UseCases): Route {
  return route({
    tag: 'transactions',
    access: 'user',
    method: 'get',
    path: '/v1/exports',
    summary: 'All own transactions that match, latest day first, as a CSV or JSON file',
    query: z.strictObject({ ...transactionsFilter.shape, format: z.enum(['csv', 'json']).default('csv') }),
    reply: {
      status: 200,
      description: 'The file, in pieces: a connection that closes before its end cut it',
      schema: exportReply,
      contentType: 'text/csv',
    },
    handler: ({ query: { format, ...filter }, identity: { userId: ownerId } }) => {
      const pages = exportTransactions({ ownerId, filter });
      return Promise.resolve({
        headers: { 'Content-Disposition': `attachment; filename="transactions.${format}"` },
        contentType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
        body: format === 'csv' ? exportCsv(pages) : exportJson(pages),
      });
    },
  });
}

function allRoute({ exportAll }: UseCases): Route {
  return route({
    tag: 'transactions',
    access: 'user',
    method: 'get',
    path: '/v1/exports/full',
    summary:
      'All that finance keeps for the caller as a ZIP of JSON lines and attachments; `POST /v1/imports` restores it',
    reply: {
      status: 200,
      description: 'The file, in pieces: a connection that closes before its end cut it',
      contentType: ['application/zip'],
    },
    errors: ['UNAVAILABLE'],
    handler: ({ identity: { userId: ownerId } }) =>
      Promise.resolve({
        headers: { 'Content-Disposition': 'attachment; filename="florin.zip"', 'Cache-Control': 'private, no-store' },
        contentType: 'application/zip',
        body: zipOf(exportAll({ ownerId })),
      }),
  });
}
