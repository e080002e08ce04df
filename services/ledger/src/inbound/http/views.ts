import type { Memo } from '../../domain/memo.ts';
import { NO_MEMO } from './schemas/memo.ts';
import type { Reply } from '@florin/service-kit';
import { MAX_JSON_AMOUNT, toJsonAmount } from '@florin/money';
import { NO_LIMIT, available } from '../../domain/posting/account.ts';
import type { Quote } from '../../domain/exchange.ts';
import type { Funding } from '../../domain/funding.ts';
import { type Hold, statusAt as holdStatusAt } from '../../domain/hold.ts';
import { type PaymentRequest, shownStatus } from '../../domain/payment-request.ts';
import type { Transfer } from '../../domain/posting/posting.ts';
import { NOTHING_RETURNED, transferStatus } from '../../domain/returns.ts';
import type { Occurrence, Schedule } from '../../domain/schedule.ts';
import type { TransferDetails } from '../../app/transfers/find-details.ts';
import type { AccountDetails, EntryDetails } from '../../app/accounts/ports.ts';
import type { People } from '../../app/people/ports.ts';

const personView = (people: People, id: string | null) => (id === null ? null : (people.get(id) ?? null));

/** An account from before the two were limited together may have more available than JSON carries. */
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export function accountView(account: AccountDetails) {
  return {
    id: account.id,
    kind: account.kind,
    currency: account.currency,
    status: account.status,
    posted: toJsonAmount(account.posted),
    held: toJsonAmount(account.held),
    available: account.creditLimit === NO_LIMIT ? null : toJsonAmount(least(available(account), MAX_JSON_AMOUNT)),
    creditLimit: account.creditLimit === NO_LIMIT ? null : toJsonAmount(account.creditLimit),
    reference: account.reference,
    createdAt: account.createdAt.toISOString(),
  };
}

/** What is shown besides the thing itself, by ids; what is left out is not there. */
type Details = Partial<TransferDetails>;

/** The details of what was just made with a memo. */
export const madeWith = (id: string, memo: Memo | undefined): Details => (memo ? { memos: new Map([[id, memo]]) } : {});

function memoView(id: string, memos: Details['memos']) {
  const { reference, metadata } = memos?.get(id) ?? NO_MEMO;
  return { reference, metadata };
}

/** What was given back of the transfer behind a hold, deposit or withdrawal. */
function returnsView(id: string | null, returns: Details['returns']) {
  const { returned, reversedBy } = (id !== null && returns?.get(id)) || NOTHING_RETURNED;
  return { refunded: toJsonAmount(returned), reversedBy };
}

/** There are no details of a transfer that was just posted: they are left out. */
export function transferView(transfer: Transfer, details: Details = {}) {
  const returns = details.returns?.get(transfer.id) ?? NOTHING_RETURNED;
  const exchange = details.exchanges?.get(transfer.id);
  return {
    id: transfer.id,
    kind: transfer.kind,
    amount: toJsonAmount(transfer.amount),
    currency: transfer.currency,
    note: transfer.note,
    visibility: transfer.visibility,
    from: { userId: transfer.fromUserId, accountId: transfer.fromAccountId },
    to: { userId: transfer.toUserId, accountId: transfer.toAccountId },
    status: transferStatus(transfer, returns),
    ...returnsView(transfer.id, details.returns),
    refunds: returns.refunds.map(({ amount, ...refund }) => ({ ...refund, amount: toJsonAmount(amount) })),
    postedAt: transfer.postedAt,
    reversesTransferId: transfer.reversesTransferId,
    exchange: exchange ? exchangedView(exchange) : null,
    ...memoView(transfer.id, details.memos),
  };
}

export function namedTransferView(transfer: Transfer, people: People, details?: Details) {
  const { from, to, ...view } = transferView(transfer, details);
  return {
    ...view,
    from: { ...from, person: personView(people, from.userId) },
    to: { ...to, person: personView(people, to.userId) },
  };
}

export function entryView(entry: EntryDetails, people: People) {
  const { transferId, kind, note, counterpartyId } = entry;
  return {
    transferId,
    sequence: Number(entry.sequence),
    amount: toJsonAmount(entry.amount),
    balanceAfter: toJsonAmount(entry.balanceAfter),
    kind,
    note,
    counterpartyId,
    counterparty: personView(people, counterpartyId),
    postedAt: entry.postedAt.toISOString(),
  };
}

/** As it stands at an instant; without one as it was when it was changed last, for the reply to that change. */
export function requestView(request: PaymentRequest, now?: Date, { memos }: Details = {}) {
  const { id, requesterId, payerId, currency, note, splitId } = request;
  return {
    id,
    status: now ? shownStatus(request, now) : request.status,
    requesterId,
    payerId,
    amount: toJsonAmount(request.amount),
    paid: toJsonAmount(request.paid),
    refunded: toJsonAmount(request.refunded ?? 0n),
    currency,
    note,
    splitId,
    ...memoView(id, memos),
    createdAt: request.createdAt.toISOString(),
    expiresAt: request.expiresAt.toISOString(),
  };
}

export function namedRequestView(
  request: PaymentRequest,
  people: People,
  { now, ...details }: Details & { now: Date },
) {
  const { requesterId, payerId } = request;
  return {
    ...requestView(request, now, details),
    requester: personView(people, requesterId),
    payer: personView(people, payerId),
  };
}

export function fundingView(funding: Funding, { returns, memos }: Details = {}) {
  const { id, status, failure, currency, accountId, transferId } = funding;
  return {
    id,
    status,
    failure,
    amount: toJsonAmount(funding.amount),
    currency,
    accountId,
    transferId,
    ...returnsView(transferId, returns),
    ...memoView(id, memos),
    createdAt: funding.createdAt.toISOString(),
  };
}

/** As it stands at an instant; without one as it was when it was changed last, for the reply to that change. */
export function holdView(hold: Hold, now?: Date, { returns, memos }: Details = {}) {
  return {
    id: hold.id,
    status: now ? holdStatusAt(hold, now) : hold.status,
    amount: toJsonAmount(hold.amount),
    captured: toJsonAmount(hold.captured),
    currency: hold.currency,
    note: hold.note,
    accountId: hold.accountId,
    fromUserId: hold.ownerId,
    toUserId: hold.payeeId,
    transferId: hold.transferId,
    ...returnsView(hold.transferId, returns),
    ...memoView(hold.id, memos),
    createdAt: hold.createdAt.toISOString(),
    expiresAt: hold.expiresAt.toISOString(),
  };
}

export function namedHoldView(hold: Hold, people: People, { now, ...details }: Details & { now: Date }) {
  return {
    ...holdView(hold, now, details),
    from: personView(people, hold.ownerId),
    to: personView(people, hold.payeeId),
  };
}

export function scheduleView(schedule: Schedule, { memos }: Details = {}) {
  return {
    id: schedule.id,
    status: schedule.status,
    to: { userId: schedule.toUserId, accountId: schedule.toAccountId },
    amount: toJsonAmount(schedule.amount),
    currency: schedule.currency,
    note: schedule.note,
    visibility: schedule.visibility,
    frequency: schedule.frequency,
    startsAt: schedule.startsAt.toISOString(),
    timeZone: schedule.timeZone,
    retries: schedule.retries,
    endsAt: schedule.endsAt?.toISOString() ?? null,
    nextAt: schedule.nextAt?.toISOString() ?? null,
    ...memoView(schedule.id, memos),
    createdAt: schedule.createdAt.toISOString(),
  };
}

export const occurrenceView = (occurrence: Occurrence) => ({ ...occurrence, dueAt: occurrence.dueAt.toISOString() });

/** Both sides of an exchange. */
function exchangedView(quote: Quote) {
  return {
    from: { currency: quote.fromCurrency, amount: toJsonAmount(quote.fromAmount) },
    to: { currency: quote.toCurrency, amount: toJsonAmount(quote.toAmount) },
    rate: quote.rate,
  };
}

export function quoteView(quote: Quote) {
  return {
    id: quote.id,
    ...exchangedView(quote),
    createdAt: quote.createdAt.toISOString(),
    expiresAt: quote.expiresAt.toISOString(),
    transferId: quote.transferId,
  };
}

/** 201 with the body, marked when it is the reply to an earlier request of the same key. */
export function created(body: unknown, replayed: boolean): Reply {
  return { status: 201, body, headers: replayed ? { 'Idempotency-Replayed': 'true' } : {} };
}

/** 200 with the body, marked when it is the reply to an earlier request of the same key. */
export function done(body: unknown, replayed: boolean): Reply {
  return { ...created(body, replayed), status: 200 };
}
