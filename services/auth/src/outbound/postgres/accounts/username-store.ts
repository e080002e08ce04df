import type { UsernameStore } from '../../../app/accounts/ports.ts';
import { knexOf } from '../../transaction.ts';

export const usernames: UsernameStore = {
  /** Whom a given-up username belongs to at this moment. */
  holderOf: async (db, usernameNormal, now) => {
    const row = await knexOf(db)('held_usernames')
      .where({ username_normal: usernameNormal })
      .where('held_until', '>', now)
      .first<{ user_id: string } | undefined>('user_id');
    return row?.user_id;
  },
  hold: async (tx, held) => {
    const { usernameNormal, userId, givenUpAt, heldUntil } = held;
    await knexOf(tx)('held_usernames')
      .insert({ username_normal: usernameNormal, user_id: userId, given_up_at: givenUpAt, held_until: heldUntil })
      .onConflict('username_normal')
      .merge();
  },
  release: async (tx, usernameNormal) => {
    await knexOf(tx)('held_usernames').where({ username_normal: usernameNormal }).delete();
  },
  givenUpSince: async (db, userId, since) =>
    knexOf(db)('held_usernames')
      .where({ user_id: userId })
      .where('given_up_at', '>', since)
      .orderBy('given_up_at')
      .limit(100)
      .pluck<Date[]>('given_up_at'),
  prune: async (db, now) => {
    await knexOf(db)('held_usernames').where('held_until', '<', now).delete();
  },
};
