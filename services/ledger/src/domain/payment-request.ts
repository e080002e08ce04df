import { FlorinError, invalidField } from '@florin/errors';
import { expiry } from './expiry.ts';

/** As it is kept: what went back of a paid one is told by `refunded`. */
export type RequestStatus = 'pending' | 'paid' | 'declined' | 'cancelled' | 'expired';
export const SHOWN_REQUEST_STATUSES = [
  'pending',
  'paid',
  'partly_refunded',
  'refunded',
  'declined',
  'cancelled',
  'expired',
] as const;
export type ShownRequestStatus = (typeof SHOWN_REQUEST_STATUSES)[number];

/** Money `requesterId` asks of `payerId`. Amounts are minor units; it may be paid in parts. */
export interface PaymentRequest {
  id: string;
  requesterId: string;
  payerId: string;
  amount: bigint;
  paid: bigint;
  /** of what was paid, how much went back; missing in replies kept from before it was counted */
  refunded?: bigint;
  currency: string;
  note: string;
  status: RequestStatus;
  /** the split it came from */
  splitId: string | null;
  reminders: number;
  remindedAt: Date | null;
  declinedAt: Date | null;
  createdAt: Date;
  expiresAt: Date;
}

const DAY_MS = 86_400_000;
const MAX_REMINDERS = 5;

/** When a request made now expires: as asked, 30 days from now by default, at most a year. Throws INVALID_ARGUMENT. */
export function requestExpiry(now: Date, asked: Date | undefined): Date {
  return expiry(now, asked, { usualDays: 30, maximumDays: 365 });
}

/** A pending request past its time has expired before it is marked so. */
export function statusAt(request: PaymentRequest, now: Date): RequestStatus {
  return request.status === 'pending' && request.expiresAt <= now ? 'expired' : request.status;
}

/** The same, and of a paid one whether the money went back. */
export function shownStatus(request: PaymentRequest, now: Date): ShownRequestStatus {
  const { refunded = 0n, paid } = request;
  const status = statusAt(request, now);
  if (status !== 'paid' || refunded === 0n) return status;
  return refunded < paid ? 'partly_refunded' : 'refunded';
}

/** Throws CONFLICT unless the request is still open. */
export function requireOpen(request: PaymentRequest, now: Date): void {
  const status = statusAt(request, now);
  if (status !== 'pending') throw new FlorinError('CONFLICT', `The payment request is ${status}`);
}

/** The request after a payment of `asked`, by default of all that is left. Throws INVALID_ARGUMENT for more. */
export function payPart(request: PaymentRequest, asked: bigint | undefined): { amount: bigint; after: PaymentRequest } {
  const left = request.amount - request.paid;
  const amount = asked ?? left;
  if (amount > left) throw invalidField('amount', `must be at most ${left.toString()}, what is still asked for`);
  const paid = request.paid + amount;
  return { amount, after: { ...request, paid, status: paid === request.amount ? 'paid' : 'pending' } };
}

/** The request after one more reminder: one a day, five in all. Throws RATE_LIMITED, CONFLICT. */
export function remind(request: PaymentRequest, now: Date): PaymentRequest {
  if (request.reminders >= MAX_REMINDERS) {
    throw new FlorinError('CONFLICT', `The payer was reminded ${MAX_REMINDERS} times`);
  }
  const next = (request.remindedAt ?? request.createdAt).getTime() + DAY_MS;
  if (request.remindedAt !== null && now.getTime() < next) {
    const retryAfterSeconds = Math.ceil((next - now.getTime()) / 1000);
    throw new FlorinError('RATE_LIMITED', 'The payer was reminded less than a day ago', { retryAfterSeconds });
  }
  return { ...request, reminders: request.reminders + 1, remindedAt: now };
}
