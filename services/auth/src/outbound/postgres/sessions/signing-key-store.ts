import type { Knex } from 'knex';
import { fromRows, toRow } from '@florin/service-kit/postgres';

export interface StoredKey {
  kid: string;
  publicJwk: Record<string, unknown>;
  /** null once it no longer signs */
  privateSealed: string | null;
  createdAt: Date;
  signsFrom: Date;
  signsUntil: Date;
  publishedUntil: Date;
}

/** One process at a time makes keys; the others wait here and then see them. */
export async function lockAll(trx: Knex): Promise<void> {
  await trx.raw("SELECT pg_advisory_xact_lock(hashtextextended('florin.auth.signing-keys:' || current_schema(), 0))");
}

export async function list(db: Knex): Promise<StoredKey[]> {
  return fromRows<StoredKey>(await db<Record<string, unknown>>('signing_keys').orderBy('signs_from'));
}

export async function insert(trx: Knex, key: StoredKey): Promise<void> {
  await trx('signing_keys').insert({ ...toRow(key), public_jwk: JSON.stringify(key.publicJwk) });
}

/** Destroys private keys that no longer sign and forgets keys that no token can name. */
export async function retire(trx: Knex, now: Date): Promise<void> {
  await trx('signing_keys').where('signs_until', '<', now).update({ private_sealed: null });
  await trx('signing_keys').where('published_until', '<', now).delete();
}
