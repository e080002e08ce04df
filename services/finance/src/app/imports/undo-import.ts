import { notFound } from '@florin/errors';
import { RESTORE, type Import } from '../../domain/imports/import.ts';
import { requireOpen } from '../../domain/wallet.ts';
import { beginWork, type BeginWork } from './begin-work.ts';
import { requireCover } from './commit-import.ts';

/**
 * Takes a committed file back: its transactions are deleted, as they are by now, by whichever process has time. Throws
 * NOT_FOUND, CONFLICT for one that is not committed, INSUFFICIENT_FUNDS when its money has been spent, UNAVAILABLE.
 */
export async function undoImport(deps: BeginWork, order: { ownerId: string; id: string }): Promise<Import> {
  return beginWork(deps, order, {
    ...{ from: 'committed', through: 'undoing', to: 'undone' },
    check: async (tx, { id, ownerId, walletId, format }, balance) => {
      if (format === RESTORE) return;
      const found = await tx.wallets.find(ownerId, walletId, 'share');
      if (!found) throw notFound('Wallet');
      const sums = await tx.importRows.sums(id, 'taken');
      requireCover(requireOpen(found), balance, { in: sums.out, out: sums.in });
    },
  });
}
