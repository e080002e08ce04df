import { notFound } from '@florin/errors';
import { type Import, sourceOf } from '../../domain/imports/import.ts';
import { decideImport } from './decide-import.ts';
import { findCategories } from './find-categories.ts';
import type { Hold } from './hold-import.ts';
import type { Deps } from '../index.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import { balanceOf } from '../imports/begin-work.ts';
import { requireTaking } from '../imports/commit-import.ts';

type Taking = GiveCategories & Pick<Deps, 'stores' | 'ledger' | 'noteIntoLedgerAccounts'>;

/**
 * Takes the new rows of a committed file: from here on they are payments of the wallet. What is new is decided once more, as
 * other files may have been committed since. Answers how many there are. Throws what refuses them.
 */
export async function takeRows(deps: Taking, one: Import, hold: Hold): Promise<number> {
  const { id, ownerId } = one;
  await giveCategories(deps, ownerId);
  const balance = await balanceOf(deps, one);
  return deps.transact(async (tx) => {
    await hold.renew(tx, 0, one.total);
    // two files of one wallet that are committed at once see each other's rows
    await tx.owners.lock(ownerId);
    if ((await tx.importRows.lastPart(id)) >= 0) return one.counts.new;
    const wallet = await tx.wallets.find(ownerId, one.walletId);
    if (!wallet) throw notFound('Wallet');
    const { counts } = await decideImport(deps, tx, one, wallet.currency);
    await requireTaking(deps, tx, one, balance);
    await tx.importRows.take(id, await findCategories(deps, tx, one));
    const source = sourceOf(one.format, one.mapping);
    if (one.asked.mapping && source) await tx.imports.saveMapping(ownerId, source, one.asked.mapping, deps.clock());
    await hold.renew(tx, 0, counts.new);
    return counts.new;
  });
}
