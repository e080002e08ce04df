import { exponentOf } from '@florin/money';
import type { Transaction } from '../transaction.ts';
import { postingOf, type Posting } from './posting.ts';

type Money = Pick<Transaction, 'amount' | 'currency'>;

const DECIMALS = 12;

/** What one of the currency given is of the one taken, as a decimal number without an end of zeros; rounded half up. */
export function rateOf(out: Money, into: Money): string {
  const scale = 10n ** BigInt(DECIMALS);
  const over = into.amount * 10n ** BigInt(exponentOf(out.currency)) * scale;
  const under = out.amount * 10n ** BigInt(exponentOf(into.currency));
  const digits = ((over * 2n + under) / (under * 2n)).toString().padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`.replace(/\.?0+$/, '');
}

/** Whether the rows are the two ends of a transfer between two currencies. */
export function isExchange(rows: readonly Pick<Transaction, 'currency'>[]): boolean {
  return rows.some(({ currency }) => currency !== rows[0]?.currency);
}

const SECOND = ':in';

/** Keys of postings whose transfers no row is named after: what comes in of two currencies. */
export const isSecondKey = (key: string): boolean => key.endsWith(SECOND);

/** The postings behind the rows of a transfer: one, or of two currencies what goes out and what comes in, each on its own. */
export function postingsOf(
  key: string,
  rows: Parameters<typeof postingOf>[1],
  accountOf: (walletId: string) => string,
): [Posting, ...Posting[]] {
  if (!isExchange(rows)) return [postingOf(key, rows, accountOf)];
  const end = (direction: Transaction['direction']) => rows.filter((row) => row.direction === direction);
  return [postingOf(key, end('out'), accountOf), postingOf(`${key}${SECOND}`, end('in'), accountOf)];
}
