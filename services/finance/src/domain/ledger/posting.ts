import type { Transaction } from '../transaction.ts';
import { type OpenWallet, leastBalance } from '../wallet.ts';

export type Side = { accountId: string } | { system: 'external' };

/** One transfer the ledger is asked for. Kept with its operation, so that a resumed one asks for exactly the same. */
export interface Posting {
  /** idempotency key in the ledger */
  key: string;
  kind: 'wallet' | 'adjustment';
  from: Side;
  to: Side;
  /** minor units */
  amount: bigint;
  currency: string;
  note: string;
  /** what the paying account must keep, minor units; default: as its credit limit goes */
  floor?: bigint | undefined;
}

/** Money came from outside or went there. */
export const EXTERNAL: Side = { system: 'external' };

const REFERENCE = /^finance:([0-9a-f-]{36})$/;

/** What the ledger's transfers and events call an operation of this service. */
export function referenceOf(operationId: string): string {
  return `finance:${operationId}`;
}

export function operationOf(reference: string | null): string | undefined {
  return REFERENCE.exec(reference ?? '')?.[1];
}

type Row = Pick<Transaction, 'type' | 'direction' | 'walletId' | 'amount' | 'currency' | 'description'>;

/** The posting behind one row, or behind both rows of a transfer between own wallets. */
export function postingOf(key: string, rows: readonly Row[], accountOf: (walletId: string) => string): Posting {
  const side = (direction: Row['direction']): Side => {
    const row = rows.find((each) => each.direction === direction);
    return row ? { accountId: accountOf(row.walletId) } : EXTERNAL;
  };
  const [first] = rows;
  if (!first) throw new Error('a posting needs a row');
  return {
    key,
    kind: first.type === 'adjustment' ? 'adjustment' : 'wallet',
    from: side('out'),
    to: side('in'),
    amount: first.amount,
    currency: first.currency,
    // the ledger's notes are one line: others may see them
    note: first.description.replace(/\s+/g, ' ').slice(0, 200).toWellFormed(),
  };
}

/** The posting as the ledger refuses it when the wallet that pays has not so much. */
export function coveredPosting(posting: Posting, wallets: readonly OpenWallet[]): Posting {
  const { from } = posting;
  const payer = 'accountId' in from ? wallets.find(({ accountId }) => accountId === from.accountId) : undefined;
  return payer ? { ...posting, floor: leastBalance(payer) } : posting;
}

/** The posting that takes another back. */
export function opposite(key: string, posting: Posting): Posting {
  return { ...posting, key, from: posting.to, to: posting.from };
}

/** What brings a posting of one amount to another, between the same sides: the difference alone, which needs least. */
export function correction(key: string, posting: Posting, amount: bigint): Posting {
  const raised = { ...posting, key, amount: amount - posting.amount };
  return amount > posting.amount ? raised : { ...opposite(key, posting), amount: posting.amount - amount };
}

/**
 * Undoes one posting and makes another, in an order that never needs more money than the outcome does: of the two, the
 * one that brings money to the wallet comes first. To be posted as a whole.
 */
export function replacement(old: Posting, next: Posting): Posting[] {
  const undo = opposite(`${next.key}:undo`, old);
  return 'system' in old.from ? [next, undo] : [undo, next];
}
