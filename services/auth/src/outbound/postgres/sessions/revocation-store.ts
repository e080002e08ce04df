import { fromRows, toRow } from '@florin/service-kit/postgres';
import type { Revocation, RevocationStore } from '../../../app/revocations/ports.ts';
import { knexOf } from '../../transaction.ts';

export const revocations: RevocationStore = {
  insert: async (tx, revocations) => {
    if (revocations.length === 0) return;
    await knexOf(tx)('revocations').insert(revocations.map(toRow)).onConflict('session_id').ignore();
  },
  list: async (db, { since, now, after, limit }) => {
    const query = knexOf(db)<Record<string, unknown>>('revocations')
      .where('revoked_at', '>=', since)
      .where('needed_until', '>', now)
      .orderBy(['revoked_at', 'session_id'])
      .limit(limit);
    if (after) void query.whereRaw('(revoked_at, session_id) > (?, ?)', after);
    return fromRows<Revocation>(await query);
  },
  prune: async (db, now) => {
    await knexOf(db)('revocations').where('needed_until', '<', now).delete();
  },
};
