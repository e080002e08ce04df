import type { KnownDeviceStore } from '../../../app/devices/ports.ts';
import { knexOf } from '../../transaction.ts';

export const knownDevices: KnownDeviceStore = {
  remember: async (tx, userId, keys, now) => {
    // the query sees what was there before the insert beside it
    const [before] = await knexOf(tx)
      .with(
        'remembered',
        knexOf(tx)('known_devices')
          .insert(keys.map((key) => ({ user_id: userId, key, first_seen_at: now, last_seen_at: now })))
          .onConflict(['user_id', 'key'])
          .merge({ last_seen_at: now }),
      )
      .from('known_devices')
      .where({ user_id: userId })
      .orderByRaw('key = ? DESC', [keys[0]])
      .limit(1)
      .select<{ key: Buffer }[]>('key');
    const known = { any: before !== undefined, first: before?.key.equals(keys[0]) ?? false };
    if (known.first) return known;
    await knexOf(tx).raw(
      `DELETE FROM known_devices WHERE user_id = ? AND key IN
       (SELECT key FROM known_devices WHERE user_id = ? ORDER BY last_seen_at DESC, key OFFSET 100)`,
      [userId, userId],
    );
    return known;
  },
  forget: async (tx, userId) => {
    await knexOf(tx)('known_devices').where({ user_id: userId }).delete();
  },
};
