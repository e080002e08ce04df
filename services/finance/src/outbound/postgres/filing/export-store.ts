import { fromRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { ById, ExportStore } from '../../../app/exports/ports.ts';
import type { Category } from '../../../domain/category.ts';
import type { Attachment } from '../../../domain/filing/attachment.ts';
import type { Wallet } from '../../../domain/wallet.ts';

type Row = Record<string, unknown>;

export function createExportStore(knex: Knex): ExportStore {
  const page = async (rows: Knex.QueryBuilder<Row, Row[]>, { limit, after }: ById): Promise<Row[]> => {
    if (after !== undefined) void rows.where('id', '>', after);
    return rows.orderBy('id').limit(limit);
  };
  const own = (table: string, ownerId: string) => knex<Row, Row[]>(table).where({ owner_id: ownerId });
  return {
    wallets: async (ownerId, cut) =>
      (await page(own('wallets', ownerId).whereNotNull('account_id'), cut)).map((row) =>
        fromRow<Wallet>(row, ['creditLimit']),
      ),
    categories: async (ownerId, cut) =>
      (await page(own('categories', ownerId), cut)).map((row) => fromRow<Category>(row)),
    attachments: async (ownerId, cut) => {
      const posted = knex('transactions').where({ owner_id: ownerId, status: 'posted' });
      const kept = own('attachments', ownerId).where({ state: 'kept' });
      const rows = kept.whereExists(posted.whereRaw('transactions.id = attachments.transaction_id').select('id'));
      return (await page(rows, cut)).map((row) => fromRow<Attachment>(row, ['bytes']));
    },
    mappings: async (ownerId) => {
      const rows = await own('import_mappings', ownerId).orderBy('source');
      return rows.map(({ source, mapping }) => ({
        source: source as string,
        mapping: mapping as Record<string, unknown>,
      }));
    },
  };
}
