import { formatMajor } from '@florin/money';
import type { BankRow, Emit } from './types.ts';

interface Statement {
  currency: string;
  opening?: bigint;
  sum: bigint;
}

/** Compares what a statement says it began and ended with to the sum of its rows; a difference is a warning. */
export function createBalanceCheck(emit: Emit) {
  const statements = new Map<string, Statement>();
  const of = (account: string, currency: string) => {
    const known = statements.get(account) ?? { currency, sum: 0n };
    statements.set(account, known);
    return known;
  };
  return {
    opening(account: string, amount: bigint, currency: string): void {
      statements.set(account, { currency, opening: amount, sum: 0n });
    },
    row({ account, amount, currency }: Pick<BankRow, 'account' | 'amount' | 'currency'>): void {
      of(account, currency).sum += amount;
    },
    closing(account: string, amount: bigint, line: number): void {
      const statement = statements.get(account);
      statements.delete(account);
      if (statement?.opening === undefined) return;
      const { opening, sum, currency } = statement;
      const off = amount - opening - sum;
      if (off === 0n) return;
      const money = (value: bigint) => `${formatMajor(value, currency)} ${currency}`;
      emit({
        kind: 'warning',
        line,
        message: `The stated balances do not fit${account ? ` for ${account}` : ''}: from ${money(opening)} by ${money(sum)} to ${money(amount)} is off by ${money(off)}`,
      });
    },
  };
}
