import type { Knex } from 'knex';
import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Challenge } from '../../../app/challenges/ports.ts';

export async function insert(db: Knex, challenge: Challenge): Promise<void> {
  await db('challenges').insert({ ...toRow(challenge), data: JSON.stringify(challenge.data) });
}

export async function find(db: Knex, tokenHash: Buffer): Promise<Challenge | undefined> {
  const row = await db<Record<string, unknown>>('challenges').where({ token_hash: tokenHash }).first();
  return row && fromRow<Challenge>(row);
}

export async function takeTry(
  db: Knex,
  { tokenHash, kind, now, maximumTries }: { tokenHash: Buffer; kind: string; now: Date; maximumTries: number },
): Promise<Challenge | undefined> {
  const [row] = await db<Record<string, unknown>>('challenges')
    .where({ token_hash: tokenHash, kind })
    .whereNull('used_at')
    .where('expires_at', '>', now)
    .where('tries', '<', maximumTries)
    .update({ tries: db.raw('tries + 1') })
    .returning('*');
  return row && fromRow<Challenge>(row);
}

export async function use(trx: Knex, tokenHash: Buffer, now: Date): Promise<boolean> {
  const count = await trx('challenges').where({ token_hash: tokenHash }).whereNull('used_at').update({ used_at: now });
  return count === 1;
}

export async function setData(trx: Knex, tokenHash: Buffer, data: Record<string, unknown>): Promise<void> {
  await trx('challenges')
    .where({ token_hash: tokenHash })
    .update({ data: JSON.stringify(data) });
}

export async function dropOf(trx: Knex, userId: string): Promise<void> {
  await trx('challenges').where({ user_id: userId }).delete();
}

export async function prune(db: Knex, before: Date): Promise<void> {
  await db('challenges').where('expires_at', '<', before).delete();
}
