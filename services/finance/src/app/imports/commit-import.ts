import { FlorinError, notFound } from '@florin/errors';
import { MAX_JSON_AMOUNT } from '@florin/money';
import { type Import, requireStatus } from '../../domain/imports/import.ts';
import { refuseNotedMoney, requireOpen, type OpenWallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { withBalances } from '../wallets/balances.ts';
import type { ImportSums } from './ports.ts';
import { getImport } from './get-import.ts';

type Committing = Pick<Deps, 'stores' | 'transact' | 'ledger' | 'clock' | 'noteIntoLedgerAccounts'>;

/**
 * Lets the new rows of a file be posted, by whichever process has time. What was committed already stays as it is. Throws
 * NOT_FOUND, CONFLICT for a file that is not ready or a wallet that takes none, INSUFFICIENT_FUNDS, UNAVAILABLE without the
 * ledger.
 */
export async function commitImport(
  deps: Committing,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<Import> {
  const { transact, clock } = deps;
  const known = await getImport(deps, { ownerId, id });
  if (known.status === 'committing' || known.status === 'committed') return known;
  requireStatus(known, 'ready');
  const balance = await balanceOf(deps, known);
  return transact(async (tx) => {
    const one = await tx.imports.find(ownerId, id, 'update');
    if (!one) throw notFound('Import');
    if (one.status === 'committing' || one.status === 'committed') return one;
    requireStatus(one, 'ready');
    await requireTaking(deps, tx, one, balance);
    const now = clock();
    const work = { done: 0, total: one.counts.new, attempts: 0, version: one.version + 1, nextAttemptAt: now };
    return tx.imports.update(id, { status: 'committing', error: null, ...work }, now);
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

export async function balanceOf(
  { stores, ledger }: Pick<Deps, 'stores' | 'ledger'>,
  { ownerId, walletId }: Pick<Import, 'ownerId' | 'walletId'>,
): Promise<bigint> {
  const wallet = await stores.wallets.find(ownerId, walletId);
  const [known] = wallet ? await withBalances(ledger, [wallet]) : [];
  return known?.balance ?? 0n;
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
