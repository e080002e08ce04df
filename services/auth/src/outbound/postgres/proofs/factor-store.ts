import { fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import type { TotpFactor, FactorSummary, FactorStore } from '../../../app/factors/ports.ts';
import type { Channel } from '../../../domain/user.ts';
import { knexOf } from '../../transaction.ts';

export const factors: FactorStore = {
  totpOf: async (db, userId) => {
    const row = await knexOf(db)<Record<string, unknown>>('totp_factors').where({ user_id: userId }).first();
    return row && fromRow<TotpFactor>(row);
  },
  putPendingTotp: async (tx, userId, secretSealed) => {
    const { rowCount } = await knexOf(tx).raw<{ rowCount: number }>(
      `INSERT INTO totp_factors (user_id, secret_sealed) VALUES (?, ?)
     ON CONFLICT (user_id) DO UPDATE SET secret_sealed = excluded.secret_sealed WHERE totp_factors.confirmed_at IS NULL`,
      [userId, secretSealed],
    );
    return rowCount === 1;
  },
  updateTotp: async (tx, userId, fields) => {
    await knexOf(tx)('totp_factors').where({ user_id: userId }).update(toRow(fields));
  },
  takeStep: async (db, userId, step) => {
    const count = await knexOf(db)('totp_factors')
      .where({ user_id: userId })
      .where('last_step', '<', step)
      .update({ last_step: step });
    return count === 1;
  },
  dropTotp: async (tx, userId) => (await knexOf(tx)('totp_factors').where({ user_id: userId }).delete()) === 1,
  otpOf: async (db, userId) => {
    const rows = await knexOf(db)('otp_factors')
      .where({ user_id: userId })
      .orderBy('channel')
      .select<{ channel: Channel }[]>('channel');
    return rows.map(({ channel }) => channel);
  },
  putOtp: async (tx, userId, channel, now) => {
    await knexOf(tx)('otp_factors')
      .insert({ user_id: userId, channel, enabled_at: now })
      .onConflict(['user_id', 'channel'])
      .ignore();
  },
  dropOtp: async (tx, userId, channel) =>
    (await knexOf(tx)('otp_factors').where({ user_id: userId, channel }).delete()) === 1,
  dropAll: async (tx, userId, since = new Date(0)) => {
    // a secret that waits to be confirmed has no time, and goes in any case
    const totp = await knexOf(tx)('totp_factors')
      .where({ user_id: userId })
      .where((row) => void row.whereNull('confirmed_at').orWhere('confirmed_at', '>=', since))
      .delete();
    return (
      totp + (await knexOf(tx)('otp_factors').where({ user_id: userId }).where('enabled_at', '>=', since).delete())
    );
  },
  putRecoveryCodes: async (tx, userId, hashes) => {
    await knexOf(tx)('recovery_codes').where({ user_id: userId }).delete();
    if (hashes.length > 0)
      await knexOf(tx)('recovery_codes').insert(hashes.map((hash) => ({ user_id: userId, code_hash: hash })));
  },
  useRecoveryCode: async (tx, userId, hash, now) => {
    const count = await knexOf(tx)('recovery_codes')
      .where({ user_id: userId, code_hash: hash })
      .whereNull('used_at')
      .update({ used_at: now });
    return count === 1;
  },
  recoveryCodesLeft: async (db, userId) => {
    const [row] = await knexOf(db)('recovery_codes')
      .where({ user_id: userId })
      .whereNull('used_at')
      .count<{ count: string }[]>();
    return Number(row?.count ?? 0);
  },
  summaries: async (db, userIds) => {
    const { rows } = await knexOf(db).raw<{ rows: Record<string, unknown>[] }>(
      `SELECT user_id, bool_or(totp) AS totp_enrolled, max(totp_at) AS totp_enabled_at, bool_or(enabled) AS enabled FROM (
       SELECT user_id, confirmed_at IS NOT NULL AS totp, enabled_at AS totp_at, enabled FROM totp_factors WHERE user_id = ANY (?)
       UNION ALL SELECT o.user_id, false, NULL, true FROM otp_factors o JOIN users u ON u.id = o.user_id
         WHERE o.user_id = ANY (?) AND CASE o.channel WHEN 'email' THEN u.email_verified_at ELSE u.mobile_verified_at END IS NOT NULL
       UNION ALL SELECT user_id, false, NULL, second_factor FROM passkeys WHERE user_id = ANY (?)
     ) AS f GROUP BY user_id`,
      [[...userIds], [...userIds], [...userIds]],
    );
    return fromRows<FactorSummary>(rows);
  },
};
