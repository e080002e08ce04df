import type { Knex } from 'knex';
import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { ActionLink } from '../../../app/notices/ports.ts';

export async function insert(trx: Knex, link: ActionLink): Promise<void> {
  await trx('action_links').insert({ ...toRow(link), data: JSON.stringify(link.data) });
}

export async function find(db: Knex, tokenHash: Buffer): Promise<ActionLink | undefined> {
  const row = await db<Record<string, unknown>>('action_links').where({ token_hash: tokenHash }).first();
  return row && fromRow<ActionLink>(row);
}

export async function use(trx: Knex, tokenHash: Buffer, now: Date): Promise<ActionLink | undefined> {
  const [row] = await trx<Record<string, unknown>>('action_links')
    .where({ token_hash: tokenHash })
    .whereNull('used_at')
    .where('expires_at', '>', now)
    .update({ used_at: now })
    .returning('*');
  return row && fromRow<ActionLink>(row);
}

export async function dropOf(trx: Knex, userId: string): Promise<void> {
  await trx('action_links').where({ user_id: userId }).delete();
}

export async function dropLater(trx: Knex, userId: string, now: Date): Promise<void> {
  await trx.raw(
    `DELETE FROM action_links WHERE user_id = ? AND token_hash NOT IN (
       SELECT DISTINCT ON (data->>'channel') token_hash FROM action_links
       WHERE user_id = ? AND kind = 'undo-contact' AND used_at IS NULL AND expires_at > ?
       ORDER BY data->>'channel', created_at)`,
    [userId, userId, now],
  );
}

export async function prune(db: Knex, now: Date): Promise<void> {
  await db('action_links').where('expires_at', '<', now).delete();
}
