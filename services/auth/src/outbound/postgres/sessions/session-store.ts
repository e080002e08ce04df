import type { Knex } from 'knex';
import { columns, fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import { ROTATIONS_KEPT } from '../../../domain/refresh.ts';
import type { Session } from '../../../domain/session.ts';

const table = (db: Knex) => db<Record<string, unknown>>('sessions');

const COLUMNS = columns<Session>({
  id: true,
  userId: true,
  kind: true,
  via: true,
  amr: true,
  authTime: true,
  createdAt: true,
  lastUsedAt: true,
  idleSeconds: true,
  idleExpiresAt: true,
  expiresAt: true,
  generation: true,
  rotations: true,
  tokenSalt: true,
  opaqueHash: true,
  platform: true,
  deviceName: true,
  deviceKey: true,
  ipArea: true,
  pushToken: true,
  revokedAt: true,
  revokeReason: true,
});

export async function insert(trx: Knex, session: Session): Promise<void> {
  await trx('sessions').insert(toRow(session));
}

export async function byId(db: Knex, id: string): Promise<Session | undefined> {
  const row = await table(db)
    .where({ id })
    .first(...COLUMNS);
  return row && fromRow<Session>(row);
}

export async function byOpaqueHash(db: Knex, hash: Buffer): Promise<Session | undefined> {
  const row = await table(db)
    .where({ opaque_hash: hash })
    .first(...COLUMNS);
  return row && fromRow<Session>(row);
}

export async function liveOf(db: Knex, userId: string, now: Date): Promise<Session[]> {
  const rows = await table(db)
    .where({ user_id: userId })
    .whereNull('revoked_at')
    .where('expires_at', '>', now)
    .where('idle_expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .limit(1000);
  return fromRows<Session>(rows);
}

export async function beyond(db: Knex, userId: string, most: number): Promise<string[]> {
  return table(db)
    .where({ user_id: userId })
    .whereNull('revoked_at')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(most)
    .limit(1000)
    .pluck<string[]>('id');
}

export async function rotate(
  db: Knex,
  { id, generation, now, ipArea }: { id: string; generation: number; now: Date; ipArea: string },
): Promise<boolean> {
  const updated = await db.raw<{ rowCount: number }>(
    `UPDATE sessions SET
       generation = generation + 1,
       rotations = (rotations || ?::timestamptz)[greatest(1, cardinality(rotations) + 2 - ?):],
       last_used_at = ?, ip_area = ?,
       idle_expires_at = least(expires_at, ?::timestamptz + make_interval(secs => idle_seconds))
     WHERE id = ? AND generation = ? AND revoked_at IS NULL AND expires_at > ? AND idle_expires_at > ?`,
    [now, ROTATIONS_KEPT, now, ipArea, now, id, generation, now, now],
  );
  return updated.rowCount === 1;
}

export async function update(db: Knex, id: string, fields: Partial<Session>): Promise<void> {
  await table(db).where({ id }).update(toRow(fields));
}

export async function end(
  trx: Knex,
  { userId, ids, reason, now }: { userId: string; ids: readonly string[]; reason: string; now: Date },
): Promise<Session[]> {
  if (ids.length === 0) return [];
  const rows = await table(trx)
    .where({ user_id: userId })
    .whereIn('id', ids)
    .whereNull('revoked_at')
    .update({ revoked_at: now, revoke_reason: reason })
    .returning('*');
  return fromRows<Session>(rows);
}

export async function takeLapsedPushes(trx: Knex, now: Date, maximum: number): Promise<Session[]> {
  const { rows } = await trx.raw<{ rows: Record<string, unknown>[] }>(
    `UPDATE sessions SET push_token = NULL WHERE id IN (
       SELECT id FROM sessions WHERE push_token IS NOT NULL AND revoked_at IS NULL AND idle_expires_at <= ?
       ORDER BY idle_expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
     RETURNING *`,
    [now, maximum],
  );
  return fromRows<Session>(rows);
}

export async function prune(db: Knex, before: Date): Promise<void> {
  await db.raw(
    'DELETE FROM sessions WHERE ctid IN (SELECT ctid FROM sessions WHERE expires_at < ? OR revoked_at < ? LIMIT 5000)',
    [before, before],
  );
}
