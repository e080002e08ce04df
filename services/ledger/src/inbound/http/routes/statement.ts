import { invalidField } from '@florin/errors';
import { route } from '@florin/service-kit';
import type { Statement } from '../../../app/accounts/get-statement.ts';
import type { UseCases } from '../../../app/index.ts';
import { idParams } from '../schemas.ts';
import { statementCheckQuery, statementCheckSchema, statementQuery } from '../schemas/statement.ts';
import { statementCsv } from '../views/statement-csv.ts';
import { statementPdf } from '../views/statement-pdf.ts';

const tag = 'accounts';
/** what takes some seconds and some 200 MB to draw */
const MAX_PDF_LINES = 2_500;

export function statementRoutes(useCases: UseCases) {
  return [
    route({
      method: 'get',
      path: '/v1/accounts/:id/statement',
      summary: 'A statement from one instant to another as CSV or PDF',
      tag,
      access: 'user',
      params: idParams,
      query: statementQuery,
      reply: {
        status: 200,
        description: 'text/csv or, asked for by format or Accept, application/pdf',
        contentType: ['text/csv', 'application/pdf'],
      },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params, query, request }) => {
        const format = query.format ?? request.accepts(['csv', 'pdf']);
        if (format !== 'csv' && format !== 'pdf') throw invalidField('format', 'must be csv or pdf');
        const draw = (statement: Statement) => {
          if (format === 'csv') return Promise.resolve(statementCsv(statement, { bom: query.bom === 'true' }));
          if (statement.lines.length <= MAX_PDF_LINES) return statementPdf(statement);
          throw invalidField('from', `more than ${MAX_PDF_LINES} entries: choose a shorter time or the CSV`);
        };
        const { from, to } = query;
        return {
          body: await useCases.getStatement({ ownerId: identity.userId, id: params.id, from, to, draw }),
          contentType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf',
          headers: { 'Content-Disposition': `attachment; filename="statement-${params.id}.${format}"` },
        };
      },
    }),
    route({
      method: 'get',
      path: '/v1/statements/verify',
      summary: 'Whether a statement is genuine: its number against what it says',
      tag,
      access: 'public',
      query: statementCheckQuery,
      reply: { status: 200, schema: statementCheckSchema },
      handler: async ({ query }) => {
        const found = await useCases.verifyStatement(query);
        return { body: found ? { valid: true, ...found } : { valid: false } };
      },
    }),
  ];
}
