import { encodeJson, fromJson } from '@florin/service-kit';
import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { BulkStore } from '../../app/bulks/ports.ts';
import type { Bulk } from '../../domain/bulk.ts';

export function createBulkStore(knex: Knex): BulkStore {
  const table = () => knex<Record<string, unknown>>('bulks');
  return {
    insert: async ({ changes, before, outcomes: _outcomes, undone: _undone, ...rest }) => {
      const kept = { changes: changes && JSON.stringify(changes), before: encodeJson(before) };
      await table().insert({ ...toRow(rest), ...kept });
    },
    find: async (ownerId, id) => {
      const row = await table().where({ owner_id: ownerId, id }).first();
      return row && { ...fromRow<Bulk>(row), before: fromJson(row['before']) as Bulk['before'] };
    },
    finish: async (id, outcomes) => {
      await table()
        .where({ id })
        .whereNull('outcomes')
        .update({ outcomes: JSON.stringify(outcomes) });
    },
    setUndone: async (id, outcomes) => {
      await table()
        .where({ id })
        .whereNull('undone')
        .update({ undone: JSON.stringify(outcomes) });
    },
    forgetBefore: async (time, limit) => {
      const old = table().where('undo_until', '<', time).orderBy('undo_until').limit(limit);
      return table().whereIn('id', old.select('id')).delete();
    },
  };
}
