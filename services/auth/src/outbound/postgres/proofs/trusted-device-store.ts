import { fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import type { TrustedDevice, TrustedDeviceStore } from '../../../app/devices/ports.ts';
import type { Db } from '../../../app/ports.ts';
import { knexOf } from '../../transaction.ts';

const table = (db: Db) => knexOf(db)<Record<string, unknown>>('trusted_devices');

export const trustedDevices: TrustedDeviceStore = {
  insert: async (tx, device) => {
    await knexOf(tx)('trusted_devices').insert(toRow(device));
  },
  touch: async (db, userId, tokenHash, now) => {
    const [row] = await table(db)
      .where({ user_id: userId, token_hash: tokenHash })
      .where('expires_at', '>', now)
      .update({ last_used_at: now })
      .returning('*');
    return row && fromRow<TrustedDevice>(row);
  },
  listOf: async (db, userId, now) => {
    const rows = await table(db)
      .where({ user_id: userId })
      .where('expires_at', '>', now)
      .orderBy('id', 'desc')
      .limit(100);
    return fromRows<TrustedDevice>(rows);
  },
  drop: async (tx, userId, id) => (await table(tx).where({ user_id: userId, id }).delete()) === 1,
  dropAll: async (tx, userId) => {
    await table(tx).where({ user_id: userId }).delete();
  },
  prune: async (db, now) => {
    await table(db).where('expires_at', '<', now).delete();
  },
};
