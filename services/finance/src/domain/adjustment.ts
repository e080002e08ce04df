import type { Transaction } from './transaction.ts';

type Adjustment = Pick<Transaction, 'type' | 'direction' | 'amount' | 'description'>;

/** The row that brings a wallet's balance from one sum to another; undefined when there is nothing to bring. */
export function adjustmentRow(from: bigint, to: bigint, description: string): Adjustment | undefined {
  if (from === to) return undefined;
  return {
    type: 'adjustment',
    direction: to > from ? 'in' : 'out',
    amount: to > from ? to - from : from - to,
    description,
  };
}

/** The row of a new wallet's opening balance; undefined for nothing. */
export function openingRow(opening: bigint): Adjustment | undefined {
  return adjustmentRow(0n, opening, 'Opening balance');
}
