import { FlorinError, notFound } from '@florin/errors';
import { MAX_JSON_AMOUNT } from '@florin/money';
import { RESTORE, type Import } from '../../domain/imports/import.ts';
import { refuseNotedMoney, requireOpen, type OpenWallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { beginWork, type BeginWork } from './begin-work.ts';
import type { ImportSums } from './ports.ts';

type Committing = BeginWork & Pick<Deps, 'noteIntoLedgerAccounts'>;

/**
 * Lets the new rows of a file be posted, by whichever process has time. What was committed already stays as it is. Throws
 * NOT_FOUND, CONFLICT for a file that is not ready or a wallet that takes none, INSUFFICIENT_FUNDS, UNAVAILABLE without the
 * ledger.
 */
export async function commitImport(deps: Committing, order: { ownerId: string; id: string }): Promise<Import> {
  return beginWork(deps, order, {
    ...{ from: 'ready', through: 'committing', to: 'committed' },
    check: async (tx, one, balance) => {
      if (one.format !== RESTORE) await requireTaking(deps, tx, one, balance);
    },
  });
}

/** Locks the wallet. Throws CONFLICT, INSUFFICIENT_FUNDS or LIMIT_EXCEEDED unless it can take the new rows. */
export async function requireTaking(
  { noteIntoLedgerAccounts }: Pick<Deps, 'noteIntoLedgerAccounts'>,
  tx: Tx,
  { id, ownerId, walletId }: Import,
  balance: bigint,
): Promise<void> {
  const found = await tx.wallets.find(ownerId, walletId, 'share');
  if (!found) throw notFound('Wallet');
  const wallet = requireOpen(found);
  const sums = await tx.importRows.sums(id, 'new');
  if (sums.in > 0n && !noteIntoLedgerAccounts) refuseNotedMoney(wallet);
  requireCover(wallet, balance, sums);
}

/** Throws INSUFFICIENT_FUNDS or LIMIT_EXCEEDED for what would be refused on the way. */
export function requireCover({ creditLimit }: OpenWallet, balance: bigint, sums: ImportSums): void {
  if (creditLimit !== null && balance + sums.in - sums.out < -creditLimit) {
    throw new FlorinError('INSUFFICIENT_FUNDS', 'The wallet would be below what it may');
  }
  if (balance + sums.in + (creditLimit ?? 0n) > MAX_JSON_AMOUNT) {
    throw new FlorinError('LIMIT_EXCEEDED', `The balance would be beyond ${MAX_JSON_AMOUNT} minor units`);
  }
}
