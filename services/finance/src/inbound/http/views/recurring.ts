import { toJsonAmount } from '@florin/money';
import type { Occurrences } from '../../../app/occurrences/list-occurrences.ts';
import type { Candidate } from '../../../domain/recurring/candidate.ts';
import type { Occurrence, Recurring } from '../../../domain/recurring/recurring.ts';

export function recurringView(recurring: Recurring) {
  const { id, type, direction, walletId, toWalletId, categoryId, currency, description, frequency, every } = recurring;
  const { startDate, lastDayOfMonth, weekendRule, time, timeZone, endDate, count, status, pausedReason } = recurring;
  const { nextNumber: number, nextDate: date, nextAt: dueAt, createdAt } = recurring;
  return {
    ...{ id, type, direction, walletId, toWalletId, categoryId },
    amount: toJsonAmount(recurring.amount),
    ...{ currency, description, frequency, every, startDate, lastDayOfMonth, weekendRule, time, timeZone },
    ...{ endDate, count, status, pausedReason },
    next: dueAt === null ? null : { number, date, dueAt },
    createdAt,
  };
}

export function occurrenceView(occurrence: Occurrence) {
  const { number, date, dueAt, status, transactionId, failure, reason } = occurrence;
  return { number, date, dueAt, status, transactionId, failure, reason };
}

export function upcomingView({ recurring, upcoming }: Occurrences) {
  const { amount, currency } = recurring;
  return { data: upcoming.map((next) => ({ ...next, amount: toJsonAmount(amount), currency })) };
}

export function candidateView({ amount, counterpartyId, ...candidate }: Candidate) {
  const counterparty = counterpartyId === null ? {} : { counterparty: { userId: counterpartyId } };
  return { ...candidate, amount: toJsonAmount(amount), ...counterparty };
}
