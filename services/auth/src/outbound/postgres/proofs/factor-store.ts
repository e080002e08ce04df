import type { Knex } from 'knex';
import { fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import type { TotpFactor, FactorSummary } from '../../../app/factors/ports.ts';
import type { Channel } from '../../../domain/user.ts';

export async function totpOf(db: Knex, userId: string): Promise<TotpFactor | undefined> {
  const row = await db<Record<string, unknown>>('totp_factors').where({ user_id: userId }).first();
  return row && fromRow<TotpFactor>(row);
}

export async function putPendingTotp(trx: Knex, userId: string, secretSealed: string): Promise<boolean> {
  const { rowCount } = await trx.raw<{ rowCount: number }>(
    `INSERT INTO totp_factors (user_id, secret_sealed) VALUES (?, ?)
     ON CONFLICT (user_id) DO UPDATE SET secret_sealed = excluded.secret_sealed WHERE totp_factors.confirmed_at IS NULL`,
    [userId, secretSealed],
  );
  return rowCount === 1;
}

export async function updateTotp(trx: Knex, userId: string, fields: Partial<TotpFactor>): Promise<void> {
  await trx('totp_factors').where({ user_id: userId }).update(toRow(fields));
}

export async function takeStep(db: Knex, userId: string, step: number): Promise<boolean> {
  const count = await db('totp_factors')
    .where({ user_id: userId })
    .where('last_step', '<', step)
    .update({ last_step: step });
  return count === 1;
}

export async function dropTotp(trx: Knex, userId: string): Promise<boolean> {
  return (await trx('totp_factors').where({ user_id: userId }).delete()) === 1;
}

export async function otpOf(db: Knex, userId: string): Promise<Channel[]> {
  const rows = await db('otp_factors')
    .where({ user_id: userId })
    .orderBy('channel')
    .select<{ channel: Channel }[]>('channel');
  return rows.map(({ channel }) => channel);
}

export async function putOtp(trx: Knex, userId: string, channel: Channel, now: Date): Promise<void> {
  await trx('otp_factors')
    .insert({ user_id: userId, channel, enabled_at: now })
    .onConflict(['user_id', 'channel'])
    .ignore();
}

export async function dropOtp(trx: Knex, userId: string, channel: Channel): Promise<boolean> {
  return (await trx('otp_factors').where({ user_id: userId, channel }).delete()) === 1;
}

export async function dropAll(trx: Knex, userId: string, since = new Date(0)): Promise<number> {
  // a secret that waits to be confirmed has no time, and goes in any case
  const totp = await trx('totp_factors')
    .where({ user_id: userId })
    .where((row) => void row.whereNull('confirmed_at').orWhere('confirmed_at', '>=', since))
    .delete();
  return totp + (await trx('otp_factors').where({ user_id: userId }).where('enabled_at', '>=', since).delete());
}

export async function putRecoveryCodes(trx: Knex, userId: string, hashes: Buffer[]): Promise<void> {
  await trx('recovery_codes').where({ user_id: userId }).delete();
  if (hashes.length > 0)
    await trx('recovery_codes').insert(hashes.map((hash) => ({ user_id: userId, code_hash: hash })));
}

export async function useRecoveryCode(trx: Knex, userId: string, hash: Buffer, now: Date): Promise<boolean> {
  const count = await trx('recovery_codes')
    .where({ user_id: userId, code_hash: hash })
    .whereNull('used_at')
    .update({ used_at: now });
  return count === 1;
}

export async function recoveryCodesLeft(db: Knex, userId: string): Promise<number> {
  const [row] = await db('recovery_codes').where({ user_id: userId }).whereNull('used_at').count<{ count: string }[]>();
  return Number(row?.count ?? 0);
}

export async function summaries(db: Knex, userIds: readonly string[]): Promise<FactorSummary[]> {
  const { rows } = await db.raw<{ rows: Record<string, unknown>[] }>(
    `SELECT user_id, bool_or(totp) AS totp_enrolled, max(totp_at) AS totp_enabled_at, bool_or(enabled) AS enabled FROM (
       SELECT user_id, confirmed_at IS NOT NULL AS totp, enabled_at AS totp_at, enabled FROM totp_factors WHERE user_id = ANY (?)
       UNION ALL SELECT o.user_id, false, NULL, true FROM otp_factors o JOIN users u ON u.id = o.user_id
         WHERE o.user_id = ANY (?) AND CASE o.channel WHEN 'email' THEN u.email_verified_at ELSE u.mobile_verified_at END IS NOT NULL
       UNION ALL SELECT user_id, false, NULL, second_factor FROM passkeys WHERE user_id = ANY (?)
     ) AS f GROUP BY user_id`,
    [[...userIds], [...userIds], [...userIds]],
  );
  return fromRows<FactorSummary>(rows);
}
