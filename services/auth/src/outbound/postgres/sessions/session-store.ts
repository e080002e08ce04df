import { columns, fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import { ROTATIONS_KEPT } from '../../../domain/refresh.ts';
import type { Session } from '../../../domain/session.ts';
import type { SessionStore } from '../../../app/sessions/ports.ts';
import type { Db } from '../../../app/ports.ts';
import { knexOf } from '../../transaction.ts';

const table = (db: Db) => knexOf(db)<Record<string, unknown>>('sessions');

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

export const sessions: SessionStore = {
  insert: async (tx, session) => {
    await knexOf(tx)('sessions').insert(toRow(session));
  },
  byId: async (db, id) => {
    const row = await table(db)
      .where({ id })
      .first(...COLUMNS);
    return row && fromRow<Session>(row);
  },
  byOpaqueHash: async (db, hash) => {
    const row = await table(db)
      .where({ opaque_hash: hash })
      .first(...COLUMNS);
    return row && fromRow<Session>(row);
  },
  liveOf: async (db, userId, now) => {
    const rows = await table(db)
      .where({ user_id: userId })
      .whereNull('revoked_at')
      .where('expires_at', '>', now)
      .where('idle_expires_at', '>', now)
      .orderBy('last_used_at', 'desc')
      .limit(1000);
    return fromRows<Session>(rows);
  },
  beyond: async (db, userId, most) =>
    table(db)
      .where({ user_id: userId })
      .whereNull('revoked_at')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .offset(most)
      .limit(1000)
      .pluck<string[]>('id'),
  rotate: async (db, { id, generation, now, ipArea }) => {
    const updated = await knexOf(db).raw<{ rowCount: number }>(
      `UPDATE sessions SET
       generation = generation + 1,
       rotations = (rotations || ?::timestamptz)[greatest(1, cardinality(rotations) + 2 - ?):],
       last_used_at = ?, ip_area = ?,
       idle_expires_at = least(expires_at, ?::timestamptz + make_interval(secs => idle_seconds))
     WHERE id = ? AND generation = ? AND revoked_at IS NULL AND expires_at > ? AND idle_expires_at > ?`,
      [now, ROTATIONS_KEPT, now, ipArea, now, id, generation, now, now],
    );
    return updated.rowCount === 1;
  },
  update: async (db, id, fields) => {
    await table(db).where({ id }).update(toRow(fields));
  },
  end: async (tx, { userId, ids, reason, now }) => {
    if (ids.length === 0) return [];
    const rows = await table(tx)
      .where({ user_id: userId })
      .whereIn('id', ids)
      .whereNull('revoked_at')
      .update({ revoked_at: now, revoke_reason: reason })
      .returning('*');
    return fromRows<Session>(rows);
  },
  takeLapsedPushes: async (tx, now, maximum) => {
    const { rows } = await knexOf(tx).raw<{ rows: Record<string, unknown>[] }>(
      `UPDATE sessions SET push_token = NULL WHERE id IN (
       SELECT id FROM sessions WHERE push_token IS NOT NULL AND revoked_at IS NULL AND idle_expires_at <= ?
       ORDER BY idle_expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
     RETURNING *`,
      [now, maximum],
    );
    return fromRows<Session>(rows);
  },
  prune: async (db, before) => {
    await knexOf(db).raw(
      'DELETE FROM sessions WHERE ctid IN (SELECT ctid FROM sessions WHERE expires_at < ? OR revoked_at < ? LIMIT 5000)',
      [before, before],
    );
  },
};
