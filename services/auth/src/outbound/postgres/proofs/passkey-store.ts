import type { Knex } from 'knex';
import { fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import type { Passkey } from '../../../app/passkeys/ports.ts';

const EVER = new Date(0);
const table = (db: Knex) => db<Record<string, unknown>>('passkeys');

export async function insert(trx: Knex, passkey: Passkey): Promise<boolean> {
  const rows = await trx('passkeys').insert(toRow(passkey)).onConflict('id').ignore().returning<unknown[]>('id');
  return rows.length === 1;
}

export async function find(db: Knex, id: string): Promise<Passkey | undefined> {
  const row = await table(db).where({ id }).first();
  return row && fromRow<Passkey>(row);
}

export async function listOf(db: Knex, userId: string): Promise<Passkey[]> {
  return fromRows<Passkey>(await table(db).where({ user_id: userId }).orderBy('created_at').limit(100));
}

export async function advance(
  db: Knex,
  { id, from, to, now }: { id: string; from: string; to: number; now: Date },
): Promise<boolean> {
  return (await table(db).where({ id, counter: from }).update({ counter: to, last_used_at: now })) === 1;
}

export async function drop(trx: Knex, userId: string, id: string): Promise<boolean> {
  return (await table(trx).where({ user_id: userId, id }).delete()) === 1;
}

export async function dropAll(trx: Knex, userId: string, since = EVER): Promise<number> {
  return table(trx).where({ user_id: userId }).where('created_at', '>=', since).delete();
}

export async function stopAsking(trx: Knex, userId: string): Promise<void> {
  await table(trx).where({ user_id: userId }).update({ second_factor: false });
}
