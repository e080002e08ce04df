import { partId, type Import, type ImportRow } from '../../domain/imports/import.ts';
import { postingsOf } from '../../domain/ledger/exchange.ts';
import { readLine, type RecordOf } from '../exports/records.ts';
import type { Deps } from '../index.ts';
import type { Hold } from '../import-work/hold-import.ts';
import { accountsOf, beginOperation, type NewRow } from '../operations/begin.ts';
import { beginBatch } from '../operations/begin-batch.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import type { Tx } from '../ports.ts';
import { type OpenWallet, requireOpen } from '../../domain/wallet.ts';
import { pendingRow, type Transaction } from '../../domain/transaction.ts';

export type PostingRestored = OperationNeeds & Pick<Deps, 'noteIntoLedgerAccounts'>;

/** Posts the rows of a full export that were taken, part by part, under ids that the import gives. No rule files them. */
export async function postRestored(deps: PostingRestored, one: Import, hold: Hold): Promise<void> {
  const { stores, transact } = deps;
  const { id, ownerId } = one;
  const categories = new Map(
    (await stores.restored.list(one)).flatMap((each) =>
      each.kind === 'categories' ? [[each.sourceId, each.targetId]] : [],
    ),
  );
  const last = await stores.importRows.lastPart(id);
  let done = 0;
  for (let part = 0; part <= last; part += 1) {
    const rows = await stores.importRows.part(id, part);
    const operationId = partId(id, `post ${part}`);
    await transact(async (tx) => {
      await hold.renew(tx, done, one.total);
      if (await tx.operations.status(operationId)) return;
      const wallets = await openWallets(tx, ownerId, rows);
      const made = rows.map((row) => ({ id: row.transactionId ?? '', ...rowHere(row, categories) }));
      if (made.some(({ transfer }) => transfer !== null && isPair(made, transfer)))
        await beginTransfers(deps, tx, { ownerId, operationId, made, wallets });
      else
        await beginBatch(deps, tx, { ownerId, operationId, rows: made.map(({ transfer: _, ...row }) => row), wallets });
    });
    await runOperation(deps, operationId, true);
    done += rows.length;
  }
}

const isPair = (rows: readonly { transfer: string | null }[], transfer: string) =>
  rows.filter((row) => row.transfer === transfer).length === 2;

async function openWallets(tx: Tx, ownerId: string, rows: readonly ImportRow[]): Promise<OpenWallet[]> {
  const found = await tx.wallets.byIds(ownerId, [...new Set(rows.map(({ walletId }) => walletId))]);
  return found.map(requireOpen);
}

type Here = NewRow & Pick<Transaction, 'amount' | 'currency' | 'rate'> & { transfer: string | null };

function rowHere({ details, walletId, position }: ImportRow, categories: ReadonlyMap<string, string>): Here {
  const read = readLine('transactions', JSON.stringify(details));
  if ('fault' in read) throw new Error(`row ${position} can't be read: ${read.fault}`);
  const { type, direction, description, note, tags, date, occurredAt, timeZone } = read.record;
  const { amount, currency, rate, transfer, splits }: RecordOf<'transactions'> = read.record;
  const here = (sourceId: string) => {
    const found = categories.get(sourceId);
    if (found === undefined) throw new Error(`row ${position} has an unknown category`);
    return found;
  };
  return {
    ...{ walletId, categoryId: read.record.categoryId && here(read.record.categoryId), type, direction },
    ...{ description, note, tags, date, occurredAt, timeZone, zonePending: false, amount, currency, rate, transfer },
    splits: splits.map((split) => ({ ...split, categoryId: here(split.categoryId) })),
  };
}

interface Transfers {
  ownerId: string;
  operationId: string;
  made: (Here & { id: string })[];
  wallets: OpenWallet[];
}

/** Both rows of a transfer have one posting, of two currencies two: they are written as waiting for it. */
async function beginTransfers(deps: PostingRestored, tx: Tx, { ownerId, operationId, made, wallets }: Transfers) {
  const now = deps.clock();
  const groups = [...Map.groupBy(made, ({ transfer, id }) => transfer ?? id).values()];
  const postings = [];
  const waiting: Transaction[] = [];
  const rows: Transaction[] = [];
  for (const ends of groups) {
    const key = `${operationId}:${ends[0]?.id ?? ''}`;
    const own = postingsOf(key, ends, accountsOf(wallets));
    postings.push(...own);
    for (const { transfer: _transfer, rate, ...row } of ends) {
      const pending = { ...pendingRow({ ...row, ownerId, operationId }, now), rate, corrected: own.length > 1 };
      rows.push({ ...pending, status: 'posted', transferId: key });
      waiting.push(pending);
    }
  }
  const walletIds = wallets.map(({ id }) => id);
  await beginOperation(deps, tx, {
    id: operationId,
    ownerId,
    walletIds,
    action: { kind: 'change-batch', postings, rows },
  });
  await tx.transactions.insertAll(waiting);
}
