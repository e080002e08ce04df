import { FlorinError, notFound } from '@florin/errors';
import { MAX_JSON_AMOUNT } from '@florin/money';
import { type Import, requireStatus, sourceOf } from '../../domain/imports/import.ts';
import { refuseNotedMoney, requireOpen, type OpenWallet } from '../../domain/wallet.ts';
import { decideImport } from '../bank-files/decide-import.ts';
import type { Deps } from '../index.ts';
import { withBalances } from '../wallets/balances.ts';
import type { ImportSums } from './ports.ts';
import { fileRows } from '../bank-files/file-rows.ts';
import { getImport } from './get-import.ts';

type Committing = Pick<Deps, 'stores' | 'transact' | 'ledger' | 'clock' | 'newId' | 'noteIntoLedgerAccounts'>;

/**
 * Takes the new rows of a file: from here on they are posted, by whichever process has time. What was committed already
 * stays as it is. Throws NOT_FOUND, CONFLICT for a file that is not ready or a wallet that takes none, INSUFFICIENT_FUNDS,
 * UNAVAILABLE without the ledger.
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
    // two files of one wallet that are committed at once see each other's rows
    await tx.owners.lock(ownerId);
    const one = await tx.imports.find(ownerId, id, 'update');
    if (!one) throw notFound('Import');
    if (one.status === 'committing' || one.status === 'committed') return one;
    requireStatus(one, 'ready');
    const found = await tx.wallets.find(ownerId, one.walletId, 'share');
    if (!found) throw notFound('Wallet');
    const wallet = requireOpen(found);
    const { counts } = await decideImport({ clock }, tx, one, wallet.currency);
    const sums = await tx.importRows.sums(id, 'new');
    if (sums.in > 0n && !deps.noteIntoLedgerAccounts) refuseNotedMoney(wallet);
    requireCover(wallet, balance, sums);
    await fileRows(deps, tx, one);
    await tx.importRows.take(id);
    const now = clock();
    const source = sourceOf(one.format, one.mapping);
    if (one.asked.mapping && source) await tx.imports.saveMapping(ownerId, source, one.asked.mapping, now);
    const work = { done: 0, total: counts.new, attempts: 0, version: one.version + 1, nextAttemptAt: now };
    return tx.imports.update(id, { status: 'committing', error: null, ...work }, now);
  });
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
