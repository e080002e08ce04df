import { notFound } from '@florin/errors';
import { type Import, requireStatus } from '../../domain/imports/import.ts';
import { requireOpen } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { balanceOf, requireCover } from './commit-import.ts';
import { getImport } from './get-import.ts';

type Undoing = Pick<Deps, 'stores' | 'transact' | 'ledger' | 'clock'>;

/**
 * Takes a committed file back: its transactions are deleted, as they are by now, by whichever process has time. Throws
 * NOT_FOUND, CONFLICT for one that is not committed, INSUFFICIENT_FUNDS when its money has been spent, UNAVAILABLE.
 */
export async function undoImport(deps: Undoing, { ownerId, id }: { ownerId: string; id: string }): Promise<Import> {
  const { transact, clock } = deps;
  const known = await getImport(deps, { ownerId, id });
  if (known.status === 'undoing' || known.status === 'undone') return known;
  requireStatus(known, 'committed');
  const balance = await balanceOf(deps, known);
  return transact(async (tx) => {
    const one = await tx.imports.find(ownerId, id, 'update');
    if (!one) throw notFound('Import');
    if (one.status === 'undoing' || one.status === 'undone') return one;
    requireStatus(one, 'committed');
    const found = await tx.wallets.find(ownerId, one.walletId, 'share');
    if (!found) throw notFound('Wallet');
    const sums = await tx.importRows.sums(id, 'taken');
    requireCover(requireOpen(found), balance, { in: sums.out, out: sums.in });
    const now = clock();
    const work = { done: 0, total: one.counts.new, attempts: 0, version: one.version + 1, nextAttemptAt: now };
    return tx.imports.update(id, { status: 'undoing', error: null, ...work }, now);
  });
}
