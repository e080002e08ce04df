import type { AskedBefore, AskingLimits } from '@florin/errors';
import type { PaymentRequest, ShownRequestStatus } from '../../domain/payment-request.ts';
import type { Page, Tx } from '../ports.ts';

export interface RequestQuery extends Page {
  userId: string;
  direction: 'incoming' | 'outgoing';
  status: ShownRequestStatus | undefined;
  splitId: string | undefined;
  /** only those on which the user noted it */
  reference: string | undefined;
  now: Date;
}

export interface RequestStore {
  add(tx: Tx, request: PaymentRequest): Promise<void>;
  lock(tx: Tx, id: string): Promise<PaymentRequest | undefined>;
  /** What of a person's earlier requests counts against the next one to that payer. Their askings wait for each other. */
  askedBefore(
    tx: Tx,
    pair: { requesterId: string; payerId: string },
    limits: Pick<AskingLimits, 'perDay' | 'perPairPerDay'>,
  ): Promise<AskedBefore>;
  save(tx: Tx, request: PaymentRequest): Promise<void>;
  /** `amount` more of what was paid went back or, negative, less; nothing when there is no such request. */
  addRefunded(tx: Tx, id: string, amount: bigint): Promise<void>;
  find(id: string): Promise<PaymentRequest | undefined>;
  /** Newest first. */
  list(query: RequestQuery): Promise<PaymentRequest[]>;
  /** Marks those whose time is over; returns how many. */
  expire(now: Date, limit: number): Promise<number>;
}
