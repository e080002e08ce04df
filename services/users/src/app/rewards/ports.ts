import type { FlorinEvent } from '@florin/contracts';
import type { CheckIn } from '../../domain/check-in.ts';
import type { Spin } from '../../domain/wheel.ts';

/** A spin under way: decided, perhaps paid, not yet told. */
export interface PendingSpin extends Spin {
  id: string;
  startedAt: Date;
}

/** What the card's owner has won so far. */
export interface RewardState {
  userId: string;
  registeredAt: Date;
  timeZone: string;
  cardNumber: string | null;
  revision: number;
  checkIn: { day: string; until: Date } | null;
  wheel: { lastReward: number; spunAt: Date; nextSpinAt: Date | null; paidWindow: string | null } | null;
  pending: PendingSpin | null;
}

export interface RewardStore {
  /** undefined when there is no active profile */
  find(userId: string): Promise<RewardState | undefined>;
  /** Records the check-in with its event if nobody wrote since `revision`. */
  checkIn(userId: string, revision: number, checkIn: CheckIn, event: FlorinEvent): Promise<boolean>;
  /** Records a spin as under way if nobody wrote since `revision`. */
  beginSpin(userId: string, revision: number, spin: PendingSpin): Promise<boolean>;
  /** Ends the spin under way of that id with what it brought; false when it has ended. */
  endSpin(userId: string, spin: PendingSpin, events: readonly FlorinEvent[]): Promise<boolean>;
  /** Forgets a spin that could not be paid. */
  dropSpin(userId: string, spinId: string): Promise<void>;
  /** People whose spin has been under way since before `before`. */
  findStalledSpins(before: Date, limit: number): Promise<string[]>;
  findCard(cardNumber: string): Promise<{ userId: string } | undefined>;
}

/** Takes points from a person, once per id. Throws INSUFFICIENT_FUNDS; UNAVAILABLE when nobody knows whether it did. */
export type SpendPoints = (input: { id: string; userId: string; points: number; note: string }) => Promise<void>;

export type DrawBarcode = (text: string, format: 'png' | 'svg') => Promise<{ image: Buffer; contentType: string }>;
