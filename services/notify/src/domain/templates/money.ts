import { formatMajor } from '@florin/money';
import type { Notice } from '../message.ts';
import { foreignNotice, oneLine } from './foreign-text.ts';

/** Minor units as a decimal string, as events carry them. */
export interface EventAmount {
  amount: string;
  currency: string;
}

function said({ amount, currency }: EventAmount): string {
  return `${formatMajor(BigInt(amount), currency)} ${currency}`;
}

/** A note as its writer's own words. */
function wrote(writer: string, note: string): string {
  const line = oneLine(note, 200);
  return line === '' ? '' : ` ${writer} wrote: “${line}”`;
}

export function receivedNotice(from: string, amount: EventAmount, note: string): Notice {
  const name = oneLine(from, 60);
  const body = `${name} sent you ${said(amount)}.${wrote(name, note)}`;
  return foreignNotice('transfer-received', `You received ${said(amount)}`, body);
}

export function sentNotice(to: string, amount: EventAmount, note: string): Notice {
  const body = `You sent ${said(amount)} to ${oneLine(to, 60)}.${wrote('You', note)}`;
  return foreignNotice('transfer-sent', `You sent ${said(amount)}`, body);
}

export function reversedNotice(other: string, amount: EventAmount, back: boolean): Notice {
  const body = back
    ? `Your payment of ${said(amount)} to ${oneLine(other, 60)} was undone; the money is back in your account.`
    : `The ${said(amount)} from ${oneLine(other, 60)} were taken back.`;
  return foreignNotice('transfer-reversed', `A payment of ${said(amount)} was undone`, body);
}

export function requestedNotice(from: string, amount: EventAmount, note: string): Notice {
  const name = oneLine(from, 60);
  const body = `${name} asks you for ${said(amount)}.${wrote(name, note)}`;
  return foreignNotice('payment-requested', `Payment request for ${said(amount)}`, body);
}

export function remindedNotice(from: string, amount: EventAmount, note: string): Notice {
  const name = oneLine(from, 60);
  const body = `${name} still waits for ${said(amount)} from you.${wrote(name, note)}`;
  return foreignNotice('payment-request-reminded', `Reminder: payment request for ${said(amount)}`, body);
}

export function requestPaidNotice(by: string, amount: EventAmount): Notice {
  const body = `${oneLine(by, 60)} paid your request with ${said(amount)}.`;
  return foreignNotice('payment-request-paid', `Your request was paid: ${said(amount)}`, body);
}

export function requestDeclinedNotice(by: string, amount: EventAmount): Notice {
  const body = `${oneLine(by, 60)} declined your request for ${said(amount)}.`;
  return foreignNotice('payment-request-declined', 'Your payment request was declined', body);
}

/** Why a transfer was refused, in words for the person who planned it; other codes say nothing of use to them. */
const FAILURES: Record<string, string> = {
  INSUFFICIENT_FUNDS: 'there was not enough money in your account',
  LIMIT_EXCEEDED: 'a limit of your account was reached',
};

export function scheduleFailedNotice(
  to: string,
  amount: EventAmount,
  { note, failure }: { note: string; failure: string },
): Notice {
  const why = FAILURES[failure];
  const body = `Your scheduled transfer of ${said(amount)} to ${oneLine(to, 60)} could not be made${why ? `: ${why}` : ''}. It is not made up for.${wrote('You', note)}`;
  return foreignNotice('scheduled-transfer-failed', `A scheduled transfer of ${said(amount)} was not made`, body);
}

/** Of something that its owner noted: the words are their own. */
export function recurringFailedNotice(
  amount: EventAmount,
  { description, date, failure }: { description: string; date: string; failure: string },
): Notice {
  const why = FAILURES[failure];
  const name = oneLine(description, 60);
  return {
    kind: 'recurring-transaction-failed',
    title: `A recurring transaction of ${said(amount)} was not posted`,
    body: `Your recurring transaction${name === '' ? '' : ` ${name}`} of ${said(amount)}, due on ${date}, could not be posted${why ? `: ${why}` : ''}. You can try it again in the app.`,
  };
}

const BUDGET_WORDS = {
  expense: { aim: 'budget', whole: 'used up', part: 'used', done: 'spent' },
  income: { aim: 'goal', whole: 'reached', part: 'reached', done: 'received' },
  debt: { aim: 'limit', whole: 'used up', part: 'used', done: 'borrowed' },
};

export function budgetNotice(input: {
  category: string;
  type: keyof typeof BUDGET_WORDS;
  percent: number;
  spent: EventAmount;
  budget: EventAmount;
  periodEnd: string;
}): Notice {
  const name = oneLine(input.category, 60);
  const { percent } = input;
  const { aim, whole, part, done } = BUDGET_WORDS[input.type];
  return {
    kind: 'budget-threshold-reached',
    title:
      percent === 100 ? `Your ${aim} for ${name} is ${whole}` : `${percent} % of your ${aim} for ${name} is ${part}`,
    body: `You have ${done} ${said(input.spent)} of ${said(input.budget)} for ${name}, with the ${aim} running until ${input.periodEnd}.`,
  };
}
