import { isFlorinError, notFound } from '@florin/errors';
import type { Import } from '../../domain/imports/import.ts';
import { addAttachment } from '../attachments/add-attachment.ts';
import type { RecordOf } from '../exports/records.ts';
import type { Deps } from '../index.ts';
import type { Hold } from '../import-work/hold-import.ts';
import { runOperation } from '../operations/run.ts';
import { giveCategories } from '../owners/give-categories.ts';
import { deleteWallet } from '../wallets/delete-wallet.ts';
import { decideRestore } from './decide-restore.ts';
import { makeObjects, openingOf, readGiven } from './make-objects.ts';
import { makePlans, readPlans } from './make-plans.ts';
import { openExport, type OpenedExport } from './open-export.ts';
import { postRestored } from './post-restored.ts';

/**
 * Makes everything of a committed full export that is not here: what rows refer to, the rows, what works on them, and the
 * attachments. Each step is done once, whoever resumes it. Throws what refuses it; then all of it is taken back.
 */
export async function restoreExport(deps: Deps, one: Import, hold: Hold): Promise<void> {
  const { stores, transact, clock } = deps;
  const { id, ownerId } = one;
  const opened = await openExport(stores, one, () => hold.tell(0, one.total));
  await giveCategories(deps, ownerId);
  const given = await readGiven(opened);
  await transact(async (tx) => {
    await hold.renew(tx, 0, one.total);
    await tx.owners.lock(ownerId);
    if ((await tx.restored.list(one)).length > 0) return;
    // other imports may have been committed since
    await decideRestore(deps, tx, one);
    await makeObjects(deps, tx, one, given);
    await tx.importRows.takeRestored(id);
  });
  for (const sourceId of await madeWallets(deps, one)) await runOperation(deps, openingOf(id, sourceId), true);
  await postRestored(deps, one, hold);
  const plans = await readPlans(opened);
  await transact(async (tx) => {
    await hold.renew(tx, one.total, one.total);
    await tx.owners.lock(ownerId);
    await makePlans(deps, tx, one, plans);
  });
  await attach(deps, one, { opened, hold });
  await finishWallets(deps, one, given.wallets);
  await transact(async (tx) => {
    await hold.renew(tx, one.total, one.total);
    await tx.imports.update(id, { status: 'committed' }, clock());
    await tx.imports.dropChunks(id);
  });
}

async function madeWallets({ stores }: Pick<Deps, 'stores'>, one: Import): Promise<string[]> {
  const objects = await stores.restored.list(one);
  return objects.flatMap(({ kind, made, sourceId }) => (kind === 'wallets' && made ? [sourceId] : []));
}

interface Attaching {
  opened: OpenedExport;
  hold: Hold;
}

/** A file that can't be attached, since the ZIP has not its bytes or they are of no type that may be, is left out. */
async function attach(deps: Deps, one: Import, { opened, hold }: Attaching): Promise<void> {
  const { stores } = deps;
  const { id, ownerId, total } = one;
  for await (const each of opened.read('attachments')) {
    await hold.tell(total, total);
    if ('fault' in each) continue;
    const { id: sourceId, transactionId, name, bytes: size } = each.record;
    const entry = opened.attachment(sourceId);
    const known = await stores.restored.known(ownerId, 'attachments', [sourceId]);
    const row = (await stores.restored.knownRows(ownerId, [transactionId])).get(transactionId);
    if (!entry || entry.bytes !== size || known.size > 0 || row === undefined) continue;
    const key = `restore ${id} ${sourceId}`;
    try {
      const order = { ownerId, key, transactionId: row, name, size, bytes: entry.content() };
      const { body } = await addAttachment(deps, order);
      await stores.restored.add(one, [{ kind: 'attachments', sourceId, targetId: body.id, made: true }]);
    } catch (error) {
      if (!isFlorinError(error) || !PASSED_OVER.has(error.code)) throw error;
    }
  }
}

const PASSED_OVER = new Set<string>(['INVALID_ARGUMENT', 'PAYLOAD_TOO_LARGE', 'LIMIT_EXCEEDED', 'NOT_FOUND']);

/** Wallets get their limits when their rows are there, and those that had been deleted are deleted again. */
async function finishWallets(deps: Deps, one: Import, records: readonly RecordOf<'wallets'>[]): Promise<void> {
  const { stores, transact, clock, ledger } = deps;
  const { ownerId } = one;
  const bySource = new Map(records.map((record) => [record.id, record]));
  for (const { kind, made, sourceId, targetId } of await stores.restored.list(one)) {
    const record = bySource.get(sourceId);
    if (kind !== 'wallets' || !made || !record) continue;
    const [wallet] = await stores.wallets.byIds(ownerId, [targetId]);
    if (!wallet?.accountId) throw notFound('Wallet');
    const { creditLimit, archived, ledgerOwned, goalId } = record;
    if (creditLimit !== null && !ledgerOwned && wallet.status === 'open') {
      await ledger.setCreditLimit(ownerId, wallet.accountId, creditLimit);
      await transact((tx) => tx.wallets.update(targetId, { creditLimit }, clock()));
    }
    if (!archived || wallet.status !== 'open') continue;
    if (goalId !== null) await transact((tx) => tx.wallets.update(targetId, { status: 'archived' }, clock()));
    else await deleteWallet(deps, { ownerId, id: targetId, key: `restore ${one.id}` });
  }
}
