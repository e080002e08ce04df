import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { ActionLink, ActionLinkStore } from '../../../app/notices/ports.ts';
import { knexOf } from '../../transaction.ts';

export const actionLinks: ActionLinkStore = {
  insert: async (tx, link) => {
    await knexOf(tx)('action_links').insert({ ...toRow(link), data: JSON.stringify(link.data) });
  },
  find: async (db, tokenHash) => {
    const row = await knexOf(db)<Record<string, unknown>>('action_links').where({ token_hash: tokenHash }).first();
    return row && fromRow<ActionLink>(row);
  },
  use: async (tx, tokenHash, now) => {
    const [row] = await knexOf(tx)<Record<string, unknown>>('action_links')
      .where({ token_hash: tokenHash })
      .whereNull('used_at')
      .where('expires_at', '>', now)
      .update({ used_at: now })
      .returning('*');
    return row && fromRow<ActionLink>(row);
  },
  dropOf: async (tx, userId) => {
    await knexOf(tx)('action_links').where({ user_id: userId }).delete();
  },
  dropLater: async (tx, userId, now) => {
    await knexOf(tx).raw(
      `DELETE FROM action_links WHERE user_id = ? AND token_hash NOT IN (
       SELECT DISTINCT ON (data->>'channel') token_hash FROM action_links
       WHERE user_id = ? AND kind = 'undo-contact' AND used_at IS NULL AND expires_at > ?
       ORDER BY data->>'channel', created_at)`,
      [userId, userId, now],
    );
  },
  prune: async (db, now) => {
    await knexOf(db)('action_links').where('expires_at', '<', now).delete();
  },
};
