import type { Named } from '../../../app/accounts/get-statement.ts';
import type { TransferKind } from '../../../domain/posting/posting.ts';

const KINDS: Record<TransferKind, string> = {
  deposit: 'Deposit',
  withdrawal: 'Withdrawal',
  peer: 'Transfer',
  wallet: 'Own transfer',
  refund: 'Refund',
  reversal: 'Reversal',
  capture: 'Payment',
  exchange: 'Exchange',
  points: 'Points',
  adjustment: 'Adjustment',
};

export const kindOf = (kind: TransferKind): string => KINDS[kind];

/** A person in words; the id of somebody whose name is not known. */
export function nameOf(person: Named | null, id: string | null): string {
  if (!person) return id ?? '';
  return wordsOf(person.username === '' ? person.name : `${person.name} (@${person.username})`);
}

/** A text as one line, without controls and without marks that turn the direction of what follows. */
export function wordsOf(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}
