import type { Channel } from '../../domain/user.ts';
import type { Db, Tx } from '../ports.ts';

export interface TotpFactor {
  userId: string;
  secretSealed: string;
  confirmedAt: Date | null;
  enabled: boolean;
  /** when it was last turned on */
  enabledAt: Date | null;
  /** pg gives bigint as text */
  lastStep: string;
}

export interface FactorSummary {
  userId: string;
  totpEnrolled: boolean;
  totpEnabledAt: Date | null;
  /** a second factor is asked for at sign-in */
  enabled: boolean;
}

export interface FactorStore {
  totpOf(db: Db, userId: string): Promise<TotpFactor | undefined>;
  /** Starts enrolment; a confirmed factor stays until the new one is confirmed, so it is never replaced here. */
  putPendingTotp(db: Db, userId: string, secretSealed: string): Promise<boolean>;
  updateTotp(tx: Tx, userId: string, fields: Partial<TotpFactor>): Promise<void>;
  /** Takes a step if it is later than every step taken before: of two tries with one code, one wins. */
  takeStep(db: Db, userId: string, step: number): Promise<boolean>;
  dropTotp(tx: Tx, userId: string): Promise<boolean>;
  otpOf(db: Db, userId: string): Promise<Channel[]>;
  putOtp(tx: Tx, userId: string, channel: Channel, now: Date): Promise<void>;
  dropOtp(tx: Tx, userId: string, channel: Channel): Promise<boolean>;
  /** Drops TOTP and one-time codes, or those put in force since an instant; returns how many. */
  dropAll(tx: Tx, userId: string, since?: Date): Promise<number>;
  /** Replaces all recovery codes. */
  putRecoveryCodes(tx: Tx, userId: string, hashes: Buffer[]): Promise<void>;
  useRecoveryCode(tx: Tx, userId: string, hash: Buffer, now: Date): Promise<boolean>;
  recoveryCodesLeft(db: Db, userId: string): Promise<number>;
  /** Which of these people have a second factor; those without one may be left out. */
  summaries(db: Db, userIds: readonly string[]): Promise<FactorSummary[]>;
}
