import { fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import type { Passkey, PasskeyStore } from '../../../app/passkeys/ports.ts';
import type { Db } from '../../../app/ports.ts';
import { knexOf } from '../../transaction.ts';

const EVER = new Date(0);

const table = (db: Db) => knexOf(db)<Record<string, unknown>>('passkeys');

export const passkeys: PasskeyStore = {
  insert: async (tx, passkey) => {
    const rows = await knexOf(tx)('passkeys')
      .insert(toRow(passkey))
      .onConflict('id')
      .ignore()
      .returning<unknown[]>('id');
    return rows.length === 1;
  },
  find: async (db, id) => {
    const row = await table(db).where({ id }).first();
    return row && fromRow<Passkey>(row);
  },
  listOf: async (db, userId) =>
    fromRows<Passkey>(await table(db).where({ user_id: userId }).orderBy('created_at').limit(100)),
  advance: async (db, { id, from, to, now }) =>
    (await table(db).where({ id, counter: from }).update({ counter: to, last_used_at: now })) === 1,
  drop: async (tx, userId, id) => (await table(tx).where({ user_id: userId, id }).delete()) === 1,
  dropAll: async (tx, userId, since = EVER) =>
    table(tx).where({ user_id: userId }).where('created_at', '>=', since).delete(),
  stopAsking: async (tx, userId) => {
    await table(tx).where({ user_id: userId }).update({ second_factor: false });
  },
};
