import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { AttachmentStore } from '../../../app/attachments/ports.ts';
import type { Attachment } from '../../../domain/filing/attachment.ts';

const read = (row: Record<string, unknown>): Attachment => fromRow<Attachment>(row, ['bytes']);

export function createAttachmentStore(knex: Knex): AttachmentStore {
  const table = () => knex<Record<string, unknown>>('attachments');
  const kept = (ownerId: string, transactionId: string) =>
    table().where({ owner_id: ownerId, transaction_id: transactionId, state: 'kept' });
  return {
    insert: async (attachment) => {
      await table().insert(toRow(attachment));
    },
    list: async (ownerId, transactionId) =>
      (await kept(ownerId, transactionId).orderBy(['created_at', 'id'])).map(read),
    find: async (ownerId, transactionId, id) => {
      const row = await kept(ownerId, transactionId).where({ id }).first();
      return row && read(row);
    },
    usage: async (ownerId, transactionId) => {
      const row = await table()
        .where({ owner_id: ownerId })
        .whereNot({ state: 'gone' })
        .first<{ bytes: string; of_row: string }>(
          knex.raw('coalesce(sum(bytes), 0) as bytes'),
          knex.raw('count(*) filter (where transaction_id = ?) as of_row', [transactionId]),
        );
      return { bytes: BigInt(row.bytes), ofRow: Number(row.of_row) };
    },
    keep: async (ownerId, id, type) => {
      await table().where({ owner_id: ownerId, id }).update({ state: 'kept', type });
    },
    discard: async (ownerId, id) => {
      await table().where({ owner_id: ownerId, id }).update({ state: 'gone' });
    },
    discardAll: async (ownerId) => {
      await table().where({ owner_id: ownerId }).update({ state: 'gone' });
    },
    forgettable: async ({ begun, deleted }, limit) => {
      const { rows } = await knex.raw<{ rows: { id: string }[] }>(FORGETTABLE, { begun, deleted, limit });
      return rows.map(({ id }) => id);
    },
    remove: async (ids) => {
      await table().whereIn('id', ids).delete();
    },
  };
}

const FORGETTABLE = `
  select id from attachments a
  where (state <> 'kept' or loose) and (
    state = 'gone' or (state = 'receiving' and created_at < :begun)
    or exists (select from transactions t where t.id = a.transaction_id and t.status = 'reversed' and t.updated_at < :deleted))
  limit :limit`;
