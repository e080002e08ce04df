import { isFlorinError } from '@florin/errors';
import { NOTHING_FOUND, RESTORE, type Import, type Problem } from '../../domain/imports/import.ts';
import type { NewRestoredRow } from '../imports/ports.ts';
import { lineOf, type RecordOf } from '../exports/records.ts';
import type { Deps } from '../index.ts';
import type { Hold } from '../import-work/hold-import.ts';
import { decideRestore } from './decide-restore.ts';
import { openExport, type OpenedExport } from './open-export.ts';
import { planWallets, type PlannedWallet } from './wallet-plan.ts';

type Reading = Pick<Deps, 'stores' | 'transact' | 'clock'>;

const BATCH = 1_000;
const MAX_PROBLEMS = 200;
/** kinds whose records are made beside rows */
const OTHERS = [
  ...(['wallets', 'categories', 'tags', 'rules', 'recurring', 'budgets', 'goals', 'mappings'] as const),
  'attachments',
] as const;

/** Reads a full export that was uploaded: its rows, and whether the rest can be read. One that can't has failed, and says why. */
export async function readExport(deps: Reading, claimed: Import, hold: Hold): Promise<void> {
  const tell = () => hold.tell(0, claimed.bytes);
  try {
    const opened = await openExport(deps.stores, claimed, tell);
    const problems = createProblems();
    const rows = await collectRows(deps, claimed, { hold, opened, problems });
    for (const kind of OTHERS) {
      for await (const each of opened.read(kind))
        if ('fault' in each) problems.add(each.line, `${kind}.jsonl: ${each.fault}`);
    }
    await deps.transact(async (tx) => {
      await hold.renew(tx, claimed.bytes, claimed.bytes);
      const counts = { ...claimed.counts, rows, problems: problems.count() };
      await decideRestore(deps, tx, {
        ...claimed,
        format: RESTORE,
        encoding: 'UTF-8',
        problems: problems.first,
        counts,
      });
    });
  } catch (error) {
    if (!isFlorinError(error) || error.code !== 'INVALID_ARGUMENT') throw error;
    const message = error.errors[0]?.message ?? error.message;
    await deps.transact(async (tx) => {
      await hold.renew(tx, claimed.bytes, claimed.bytes);
      await tx.importRows.clear(claimed.id);
      const failed = { status: 'failed', error: { code: error.code, message } } as const;
      const problem = { line: 1, column: 1, message: message.slice(0, 300) };
      const found = { ...NOTHING_FOUND, format: RESTORE, problems: [problem] };
      await tx.imports.update(claimed.id, { ...found, ...failed }, deps.clock());
    });
  }
}

function createProblems() {
  const first: Problem[] = [];
  let count = 0;
  return {
    first,
    count: () => count,
    add: (line: number, message: string) => {
      count += 1;
      if (first.length < MAX_PROBLEMS) first.push({ line, column: 1, message: message.slice(0, 300) });
    },
  };
}

interface Collecting {
  hold: Hold;
  opened: OpenedExport;
  problems: ReturnType<typeof createProblems>;
}

async function collectRows(deps: Reading, one: Import, { hold, opened, problems }: Collecting): Promise<number> {
  const wallets = await planWallets(deps.stores, one, await opened.all('wallets'));
  const categories = new Map((await opened.all('categories')).map(({ id, name }) => [id, name]));
  let [position, batch] = [0, [] as NewRestoredRow[]];
  const flush = async () => {
    const rows = batch;
    batch = [];
    await deps.transact(async (tx) => {
      await hold.renew(tx, 0, one.bytes);
      if (rows.length > 0) await tx.importRows.insertRestored(one, rows);
    });
  };
  for await (const each of opened.read('transactions')) {
    const fault = 'fault' in each ? each.fault : faultOf(each.record, wallets, categories);
    if (fault !== undefined || 'fault' in each) problems.add(each.line, `transactions.jsonl: ${fault ?? ''}`);
    else {
      position += 1;
      batch.push(rowOf(each.record, { position, line: each.line, wallets, categories }));
      if (batch.length >= BATCH) await flush();
    }
  }
  await flush();
  return position;
}

type Names = ReadonlyMap<string, string>;
type Wallets = ReadonlyMap<string, PlannedWallet>;

/** What is wrong with a row beside its fields: it must fit its wallet, its parts and its categories. */
function faultOf(row: RecordOf<'transactions'>, wallets: Wallets, categories: Names): string | undefined {
  const wallet = wallets.get(row.walletId)?.record;
  if (!wallet) return 'walletId: is no wallet of the export';
  if (wallet.currency !== row.currency) return 'currency: must be that of the wallet';
  const sum = row.splits.reduce((all, { amount }) => all + amount, 0n);
  if (row.splits.length > 0 && sum !== row.amount) return 'splits: must be the amount together';
  if (row.splits.length === 1 || row.splits.some(({ amount }) => amount === 0n))
    return 'splits: must be several, none of 0';
  const named = [row.categoryId ?? [], row.splits.map(({ categoryId }) => categoryId)].flat();
  if (named.some((id) => !categories.has(id))) return 'categoryId: is no category of the export';
  const isFiled = row.type !== 'transfer' && row.type !== 'adjustment';
  return isFiled === (row.categoryId === null) ? `categoryId: does not go with the type ${row.type}` : undefined;
}

interface Place {
  position: number;
  line: number;
  wallets: Wallets;
  categories: Names;
}

function rowOf(row: RecordOf<'transactions'>, { position, line, wallets, categories }: Place): NewRestoredRow {
  const wallet = wallets.get(row.walletId);
  return {
    ...{ position, line, walletId: wallet?.targetId ?? '', account: wallet?.record.name ?? '', date: row.date },
    ...{ amount: row.direction === 'in' ? row.amount : -row.amount, currency: row.currency },
    ...{ description: row.description, counterparty: '', bankId: row.id },
    category: categories.get(row.categoryId ?? '') ?? '',
    details: JSON.parse(lineOf('transactions', row)) as Record<string, unknown>,
  };
}
