import type { KeptReplyStore } from '../../../app/replies/ports.ts';
import { knexOf } from '../../transaction.ts';

export const keptReplies: KeptReplyStore = {
  begin: async (db, id, now, stale) => {
    const { rowCount } = await knexOf(db).raw<{ rowCount: number }>(
      `INSERT INTO kept_replies AS kept (id, begun_at) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET begun_at = excluded.begun_at WHERE kept.sealed IS NULL AND kept.begun_at < ?`,
      [id, now, stale],
    );
    return rowCount === 1;
  },
  find: async (db, id) => {
    const row = await knexOf(db)('kept_replies').where({ id }).first<{ sealed: string | null } | undefined>('sealed');
    return row?.sealed ?? undefined;
  },
  keep: async (db, id, sealed) => {
    await knexOf(db)('kept_replies').where({ id }).update({ sealed });
  },
  drop: async (db, id) => {
    await knexOf(db)('kept_replies').where({ id }).delete();
  },
  prune: async (db, before) => {
    await knexOf(db)('kept_replies').where('begun_at', '<', before).delete();
  },
};
