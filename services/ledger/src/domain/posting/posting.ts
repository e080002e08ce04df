import type { OwnMemo } from '../memo.ts';
import type { FlorinError } from '@florin/errors';

export const TRANSFER_KINDS = [
  'deposit',
  'withdrawal',
  'peer',
  'wallet',
  'refund',
  'reversal',
  'capture',
  'exchange',
  'points',
  'adjustment',
] as const;

export type TransferKind = (typeof TRANSFER_KINDS)[number];

export type Visibility = 'private' | 'friends' | 'public';

/** One side of a posting: `amount` minor units come to the account, or leave it when negative. */
export interface Leg {
  accountId: string;
  amount: bigint;
}

/** Ids made by hashing: the same scope and key give the same id, other content another hash. */
export interface IdempotencyKey {
  id: string;
  requestHash: string;
}

/**
 * What counts towards the limits of an account on a UTC day less than it did: of `counted` minor units `still` do, and
 * `count` transfers don't. More than counted: it counts again.
 */
export interface Share {
  accountId: string;
  /** the account's `countsAt`, where it counted too */
  alsoAt: string | null;
  counted: bigint;
  still: bigint;
  count: number;
  day: string;
}

/** A transfer somebody asks for, complete but for the balances that decide it. */
export interface Posting {
  kind: TransferKind;
  /** headline amount in minor units; the legs may be more than the two it suggests */
  amount: bigint;
  currency: string;
  fromAccountId: string;
  toAccountId: string;
  /** sum to zero per currency, one per account; without them: `amount` from one to the other */
  legs?: readonly Leg[];
  note: string;
  visibility: Visibility;
  reference: string | null;
  reversesTransferId?: string | null;
  idempotency?: IdempotencyKey | undefined;
  /** what the client notes on it */
  memo?: OwnMemo | undefined;
  /** frees this much of the `from` account's held amount in the same step */
  releaseHeld?: bigint;
  /** the payer's `countsAt` when the kind counts towards limits: it joins the locks */
  alsoCountsAt?: string | undefined;
  /** gives an account of the posting back what counted towards its limits on a UTC day */
  restores?: Share | undefined;
  /** the paying account must keep so much (posted - held), whatever credit it has */
  floor?: bigint | undefined;
  /** the operator's hand: frozen accounts take part, limits don't count */
  forced?: boolean;
}

export interface Entry {
  transferId: string;
  accountId: string;
  ownerId: string | null;
  sequence: bigint;
  amount: bigint;
  balanceAfter: bigint;
  currency: string;
  previousTransferId: string | null;
}

export interface Transfer {
  id: string;
  kind: TransferKind;
  amount: bigint;
  currency: string;
  fromAccountId: string;
  toAccountId: string;
  fromUserId: string | null;
  toUserId: string | null;
  note: string;
  visibility: Visibility;
  reference: string | null;
  reversesTransferId: string | null;
  /** ISO 8601 UTC */
  postedAt: string;
}

/** What became of a posting. */
export type Outcome =
  | { status: 'posted'; transfer: Transfer }
  | { status: 'replayed'; transfer: Transfer }
  | { status: 'refused'; error: FlorinError };
