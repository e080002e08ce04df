import { notFound } from '@florin/errors';
import { type Asked, type Import, RESTORE, requireStatus } from '../../domain/imports/import.ts';
import { decideImport } from '../import-work/decide-import.ts';
import { decideRestore } from '../restores/decide-restore.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

interface ChangeImport {
  ownerId: string;
  id: string;
  changes: Asked;
}

/**
 * Overrules what was found in a file: it is read again, and what was to be left out is forgotten unless it is said anew.
 * Other rows or another account are chosen without that. Throws NOT_FOUND, CONFLICT once it is committed.
 */
export async function changeImport(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { ownerId, id, changes }: ChangeImport,
): Promise<Import> {
  return transact(async (tx) => {
    const one = await tx.imports.find(ownerId, id, 'update');
    if (!one || one.status === 'receiving') throw notFound('Import');
    const { format, encoding, mapping, ...choice } = changes;
    const rereads = [format, encoding, mapping].some((each) => each !== undefined);
    requireStatus(one, 'ready', ...(rereads ? (['failed', 'reading'] as const) : []));
    if (!rereads) return chooseRows(tx, { ...one, asked: { ...one.asked, ...choice } }, clock);
    const { leaveOut: _leaveOut, takeAnyway: _takeAnyway, ...before } = one.asked;
    const now = clock();
    const asked = {
      ...{ ...before, ...choice },
      ...(format === undefined ? {} : { format }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(mapping === undefined ? {} : { mapping: mergedMapping(one.asked.mapping, mapping) }),
    };
    const again = { status: 'reading', error: null, done: 0, total: 0, attempts: 0, nextAttemptAt: now } as const;
    return tx.imports.update(id, { ...again, asked, version: one.version + 1 }, now);
  });
}

async function chooseRows(tx: Tx, one: Import, clock: Deps['clock']): Promise<Import> {
  const wallet = await tx.wallets.find(one.ownerId, one.walletId);
  if (!wallet) throw notFound('Wallet');
  await tx.imports.update(one.id, { asked: one.asked, version: one.version + 1 }, clock());
  return one.format === RESTORE ? decideRestore({ clock }, tx, one) : decideImport({ clock }, tx, one, wallet.currency);
}

type Mapping = Record<string, unknown>;

function mergedMapping(before: Mapping = {}, changes: Mapping): Mapping {
  const columns = { ...(before['columns'] as object), ...(changes['columns'] as object) };
  return { ...before, ...changes, ...(Object.keys(columns).length === 0 ? {} : { columns }) };
}
