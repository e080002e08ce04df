import type { Knex } from 'knex';
import { fromRows, toRow } from '@florin/service-kit/postgres';
import type { Revocation } from '../../../app/revocations/ports.ts';

export async function insert(trx: Knex, revocations: Revocation[]): Promise<void> {
  if (revocations.length === 0) return;
  await trx('revocations').insert(revocations.map(toRow)).onConflict('session_id').ignore();
}

export async function list(
  db: Knex,
  { since, now, after, limit }: { since: Date; now: Date; after?: [Date, string] | undefined; limit: number },
): Promise<Revocation[]> {
  const query = db<Record<string, unknown>>('revocations')
    .where('revoked_at', '>=', since)
    .where('needed_until', '>', now)
    .orderBy(['revoked_at', 'session_id'])
    .limit(limit);
  if (after) void query.whereRaw('(revoked_at, session_id) > (?, ?)', after);
  return fromRows<Revocation>(await query);
}

export async function prune(db: Knex, now: Date): Promise<void> {
  await db('revocations').where('needed_until', '<', now).delete();
}
