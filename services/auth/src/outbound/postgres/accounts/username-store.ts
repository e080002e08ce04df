import type { Knex } from 'knex';

/** Whom a given-up username belongs to at this moment. */
export async function holderOf(db: Knex, usernameNormal: string, now: Date): Promise<string | undefined> {
  const row = await db('held_usernames')
    .where({ username_normal: usernameNormal })
    .where('held_until', '>', now)
    .first<{ user_id: string } | undefined>('user_id');
  return row?.user_id;
}

export async function hold(
  trx: Knex,
  held: { usernameNormal: string; userId: string; givenUpAt: Date; heldUntil: Date },
): Promise<void> {
  const { usernameNormal, userId, givenUpAt, heldUntil } = held;
  await trx('held_usernames')
    .insert({ username_normal: usernameNormal, user_id: userId, given_up_at: givenUpAt, held_until: heldUntil })
    .onConflict('username_normal')
    .merge();
}

export async function release(trx: Knex, usernameNormal: string): Promise<void> {
  await trx('held_usernames').where({ username_normal: usernameNormal }).delete();
}

export async function givenUpSince(db: Knex, userId: string, since: Date): Promise<Date[]> {
  return db('held_usernames')
    .where({ user_id: userId })
    .where('given_up_at', '>', since)
    .orderBy('given_up_at')
    .limit(100)
    .pluck<Date[]>('given_up_at');
}

export async function prune(db: Knex, now: Date): Promise<void> {
  await db('held_usernames').where('held_until', '<', now).delete();
}
