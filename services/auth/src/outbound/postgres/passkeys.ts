import type { Knex } from 'knex';
import { fromRow, fromRows, toRow } from './rows.ts';

export interface Passkey {
  /** credential id, base64url */
  id: string;
  userId: string;
  publicKey: Buffer;
  /** pg gives bigint as text */
  counter: string;
  transports: string[];
  /** asked for after the password, too */
  secondFactor: boolean;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

const table = (db: Knex) => db<Record<string, unknown>>('passkeys');

/** False when this credential is registered already. */
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

/** Moves the signature counter on, by compare-and-set against a clone that answers at the same time. */
export async function advance(
  db: Knex,
  { id, from, to, now }: { id: string; from: string; to: number; now: Date },
): Promise<boolean> {
  return (await table(db).where({ id, counter: from }).update({ counter: to, last_used_at: now })) === 1;
}

export async function drop(trx: Knex, userId: string, id: string): Promise<boolean> {
  return (await table(trx).where({ user_id: userId, id }).delete()) === 1;
}

export async function dropAll(trx: Knex, userId: string): Promise<void> {
  await table(trx).where({ user_id: userId }).delete();
}

/** Passkeys go on working, but the password alone signs in again. */
export async function stopAsking(trx: Knex, userId: string): Promise<void> {
  await table(trx).where({ user_id: userId }).update({ second_factor: false });
}
