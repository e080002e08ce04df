import type { Knex } from 'knex';
import { fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import type { TrustedDevice } from '../../../app/devices/ports.ts';

const table = (db: Knex) => db<Record<string, unknown>>('trusted_devices');

export async function insert(trx: Knex, device: TrustedDevice): Promise<void> {
  await trx('trusted_devices').insert(toRow(device));
}

export async function touch(
  db: Knex,
  userId: string,
  tokenHash: Buffer,
  now: Date,
): Promise<TrustedDevice | undefined> {
  const [row] = await table(db)
    .where({ user_id: userId, token_hash: tokenHash })
    .where('expires_at', '>', now)
    .update({ last_used_at: now })
    .returning('*');
  return row && fromRow<TrustedDevice>(row);
}

export async function listOf(db: Knex, userId: string, now: Date): Promise<TrustedDevice[]> {
  const rows = await table(db)
    .where({ user_id: userId })
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .limit(100);
  return fromRows<TrustedDevice>(rows);
}

export async function drop(trx: Knex, userId: string, id: string): Promise<boolean> {
  return (await table(trx).where({ user_id: userId, id }).delete()) === 1;
}

export async function dropAll(trx: Knex, userId: string): Promise<void> {
  await table(trx).where({ user_id: userId }).delete();
}

export async function prune(db: Knex, now: Date): Promise<void> {
  await table(db).where('expires_at', '<', now).delete();
}
