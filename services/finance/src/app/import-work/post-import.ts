import type { Logger } from '@florin/service-kit';
import { type Import, type ImportRow, RESTORE, partId } from '../../domain/imports/import.ts';
import { type Split, mainCategory } from '../../domain/filing/split.ts';
import { whenOf } from '../../domain/time/occurrence.ts';
import { NO_LABELS } from '../../domain/transaction.ts';
import { requireOpen } from '../../domain/wallet.ts';
import type { Hold } from './hold-import.ts';
import type { Deps } from '../index.ts';
import { beginBatch } from '../operations/begin-batch.ts';
import { runOperation } from '../operations/run.ts';
import { zoneOf } from '../owners/zone-of.ts';
import { fileRows } from '../rules/file-rows.ts';
import { restoreExport } from '../restores/restore-export.ts';
import { takeRows } from './take-rows.ts';
import { workOnImport } from './work-on-import.ts';

/** one is posted while another is written */
const AT_ONCE = 2;

/**
 * Takes and posts the rows of one committed file, a thousand at a time. Answers whether there was one. Each thousand is an operation
 * whose id comes from the import, so that whoever resumes it asks for the same and none is posted twice. What the ledger
 * refuses lets the import fail: all of it is taken back. The owner's rules file the rows, before what the file says.
 */
export async function postImport(deps: Deps, logger: Logger, signal: AbortSignal): Promise<boolean> {
  return workOnImport(deps, {
    ...{ status: 'committing', signal, logger },
    run: (claimed, hold) => (claimed.format === RESTORE ? restoreExport : postRows)(deps, claimed, hold),
    giveUp: (claimed, error) => giveUp(deps, claimed, error),
  });
}

async function postRows(deps: Deps, claimed: Import, hold: Hold): Promise<void> {
  const { stores, transact, clock } = deps;
  const { id, ownerId, walletId } = claimed;
  const total = await takeRows(deps, claimed, hold);
  const zone = await zoneOf(deps, ownerId);
  const last = await stores.importRows.lastPart(id);
  // a limit needs those that bring money in to be there before the others
  const limited = (await stores.wallets.find(ownerId, walletId))?.creditLimit !== null;
  let done = 0;
  const post = async (part: number) => {
    const rows = await stores.importRows.part(id, part);
    await hold.tell(done, total);
    const operationId = partId(id, `post ${part}`);
    await transact(async (tx) => {
      await hold.renew(tx, done, total);
      if (await tx.operations.status(operationId)) return;
      const wallet = await tx.wallets.find(ownerId, walletId, 'share');
      if (!wallet) throw new Error(`import ${id} has no wallet`);
      const given = rows.map((row) => ({ ...newRow(row, claimed), ...whenOf({ date: row.date }, zone, clock()) }));
      const made = await fileRows(deps, tx, ownerId, given);
      await beginBatch(deps, tx, { ownerId, operationId, rows: made, wallets: [requireOpen(wallet)] });
    });
    // nobody else has this import; the reconciler doing the same is harmless
    await runOperation(deps, operationId, true);
    done += rows.length;
  };
  const step = limited ? 1 : AT_ONCE;
  for (let part = 0; part <= last; part += step) {
    const parts = Array.from({ length: Math.min(step, last + 1 - part) }, (_, index) => post(part + index));
    for (const settled of await Promise.allSettled(parts)) if (settled.status === 'rejected') throw settled.reason;
  }
  await transact(async (tx) => {
    await hold.renew(tx, done, total);
    await tx.imports.update(id, { status: 'committed' }, clock());
    await tx.imports.dropChunks(id);
  });
}

function newRow(row: ImportRow, { walletId }: Import) {
  if (row.transactionId === null || row.categoryId === null) throw new Error(`row ${row.position} was not taken`);
  const isIn = row.amount > 0n;
  const splits = row.parts.map(({ amount, categoryId, description }): Split => {
    if (categoryId === undefined) throw new Error(`a part of row ${row.position} was not taken`);
    return { categoryId, amount: isIn ? BigInt(amount) : -BigInt(amount), description };
  });
  const categoryId = splits.length > 0 ? mainCategory(splits) : row.categoryId;
  return {
    ...{ id: row.transactionId, walletId, categoryId, description: row.description },
    ...NO_LABELS,
    splits,
    ...{ counterpartyId: null, amount: isIn ? row.amount : -row.amount, currency: row.currency },
    type: isIn ? ('income' as const) : ('expense' as const),
    direction: isIn ? ('in' as const) : ('out' as const),
  };
}

async function giveUp({ transact, clock }: Deps, one: Import, { code, message }: { code: string; message: string }) {
  await transact(async (tx) => {
    const current = await tx.imports.find(one.ownerId, one.id, 'update');
    if (current?.version !== one.version) return;
    const work = { done: 0, attempts: 0, version: one.version + 1, nextAttemptAt: clock() };
    await tx.imports.update(one.id, { status: 'undoing', error: { code, message }, ...work }, clock());
  });
}
