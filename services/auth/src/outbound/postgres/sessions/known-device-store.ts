import type { Knex } from 'knex';

export async function remember(
  trx: Knex,
  userId: string,
  keys: readonly [Buffer, ...Buffer[]],
  now: Date,
): Promise<{ any: boolean; first: boolean }> {
  // the query sees what was there before the insert beside it
  const [before] = await trx
    .with(
      'remembered',
      trx('known_devices')
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
  await trx.raw(
    `DELETE FROM known_devices WHERE user_id = ? AND key IN
       (SELECT key FROM known_devices WHERE user_id = ? ORDER BY last_seen_at DESC, key OFFSET 100)`,
    [userId, userId],
  );
  return known;
}

export async function forget(trx: Knex, userId: string): Promise<void> {
  await trx('known_devices').where({ user_id: userId }).delete();
}
