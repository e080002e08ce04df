import type { Budget } from '../../domain/budgets/budget.ts';
import type { Attachment } from '../../domain/filing/attachment.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Wallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import type { Slice } from '../ports.ts';
import type { ById } from './ports.ts';
import { ATTACHMENTS, lineOf, MANIFEST, manifestText, type RecordKind, type RecordOf } from './records.ts';

/** A file of the export. */
export interface ExportFile {
  name: string;
  /** whether its bytes get fewer by being packed */
  packs: boolean;
  pieces: () => AsyncIterable<string | Uint8Array>;
}

type Needs = Pick<Deps, 'stores' | 'takeTurn' | 'costlyReads' | 'attachmentFiles' | 'clock' | 'currency'>;

/** rows of one query, and at most in memory at a time */
const PAGE_ROWS = 500;

/**
 * All that finance keeps for the person, file by file as they are asked for: what it needs to make it anew elsewhere. Rows
 * come before what they refer to, so that whatever is made meanwhile is there. It counts as an export under way until its
 * end is read or it is given up. Throws RATE_LIMITED, UNAVAILABLE without the attachments.
 */
export async function* exportAll(deps: Needs, { ownerId }: { ownerId: string }): AsyncIterable<ExportFile> {
  const done = deps.takeTurn.toExport(ownerId);
  try {
    const manifest = manifestText({ createdAt: deps.clock(), currency: deps.currency });
    yield { name: MANIFEST, packs: true, pieces: () => given(manifest) };
    for (const [kind, pages] of Object.entries(pagesOf(deps, ownerId))) {
      yield { name: `${kind}.jsonl`, packs: true, pieces: pages };
    }
    yield* attachedFiles(deps, ownerId);
  } finally {
    done();
  }
}

async function* given(text: string): AsyncIterable<string> {
  yield await Promise.resolve(text);
}

type Pages = Record<RecordKind, () => AsyncIterable<string>>;

function pagesOf(deps: Needs, ownerId: string): Pages {
  const { exports, transactions, tags, rules, recurring, budgets, goals } = deps.stores;
  const { byId, listed, byAge, byOrder } = createReaders(deps);
  const byDay = listed(
    (slice) => transactions.list(ownerId, {}, slice),
    ({ date, occurredAt, id }) => [date, occurredAt.toISOString(), id],
  );
  return {
    transactions: lines('transactions', byDay, transactionRecord),
    attachments: lines(
      'attachments',
      byId((page) => exports.attachments(ownerId, page)),
      attachmentRecord,
    ),
    wallets: lines(
      'wallets',
      byId((page) => exports.wallets(ownerId, page)),
      walletRecord,
    ),
    categories: lines(
      'categories',
      byId((page) => exports.categories(ownerId, page)),
      same,
    ),
    tags: lines(
      'tags',
      byAge((slice) => tags.list(ownerId, {}, slice)),
      same,
    ),
    rules: lines(
      'rules',
      byOrder((slice) => rules.list(ownerId, {}, slice)),
      same,
    ),
    recurring: lines(
      'recurring',
      byAge((slice) => recurring.list(ownerId, {}, slice)),
      same,
    ),
    budgets: lines(
      'budgets',
      byAge((slice) => budgets.list(ownerId, {}, slice)),
      budgetRecord,
    ),
    goals: lines(
      'goals',
      byAge((slice) => goals.list(ownerId, {}, slice)),
      same,
    ),
    mappings: lines(
      'mappings',
      once(() => deps.costlyReads.run(() => exports.mappings(ownerId))),
      same,
    ),
  };
}

const transactionRecord = (row: Transaction): RecordOf<'transactions'> => ({
  ...row,
  splits: row.splits.map((split) => ({ ...split, tags: [...(split.tags ?? [])] })),
  transfer: row.type === 'transfer' ? row.transferId : null,
});

const attachmentRecord = (each: Attachment): RecordOf<'attachments'> => ({ ...each, bytes: Number(each.bytes) });

const walletRecord = (wallet: Wallet): RecordOf<'wallets'> => ({
  ...wallet,
  goalId: wallet.goalId ?? null,
  archived: wallet.status === 'archived' || wallet.status === 'closing',
});

const budgetRecord = (budget: Budget): RecordOf<'budgets'> => ({
  ...budget,
  ...{ categoryIds: [...budget.categoryIds], tagIds: [...budget.tagIds], thresholds: [...budget.thresholds] },
  pastAmounts: [...budget.pastAmounts],
});

interface Aged {
  id: string;
  createdAt: Date;
}

/** Ways through a list, page by page; a place among the costly reads is held for a page alone. */
function createReaders({ costlyReads }: Needs) {
  const listed = <Row>(read: (slice: Slice) => Promise<Row[]>, keyOf: (row: Row) => string[]) =>
    // a list gives one row more than asked for
    paged((after: string[] | undefined) => costlyReads.run(() => read({ limit: PAGE_ROWS - 1, after })), keyOf);
  return {
    listed,
    byOrder: <Row extends Aged & { order: number }>(read: (slice: Slice) => Promise<Row[]>) =>
      listed(read, ({ order, createdAt, id }) => [String(order), createdAt.toISOString(), id]),
    byAge: <Row extends Aged>(read: (slice: Slice) => Promise<Row[]>) =>
      listed(read, ({ createdAt, id }) => [createdAt.toISOString(), id]),
    byId: <Row extends { id: string }>(read: (page: ById) => Promise<Row[]>) =>
      paged(
        (after: string | undefined) => costlyReads.run(() => read({ limit: PAGE_ROWS, after })),
        ({ id }) => id,
      ),
  };
}

const same = <T>(row: T) => row;

/** Each page as lines of JSON. */
const lines = <Kind extends RecordKind, Row>(
  kind: Kind,
  pages: () => AsyncIterable<Row[]>,
  recordOf: (row: Row) => RecordOf<Kind>,
) =>
  async function* () {
    for await (const rows of pages()) yield rows.map((row) => lineOf(kind, recordOf(row))).join('');
  };

const once = <Row>(read: () => Promise<Row[]>) =>
  async function* () {
    yield await read();
  };

/** Pages of a list, each begun after the last row of the one before; one shorter than a page is the last. */
const paged = <Row, Key>(read: (after: Key | undefined) => Promise<Row[]>, keyOf: (row: Row) => Key) =>
  async function* (): AsyncIterable<Row[]> {
    for (let after: Key | undefined; ;) {
      const rows = await read(after);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      if (rows.length < PAGE_ROWS) return;
      after = keyOf(last);
    }
  };

async function* attachedFiles({ stores, attachmentFiles }: Needs, ownerId: string): AsyncIterable<ExportFile> {
  const pages = paged(
    (after: string | undefined) => stores.exports.attachments(ownerId, { limit: PAGE_ROWS, after }),
    ({ id }) => id,
  );
  for await (const found of pages()) {
    for (const { id } of found) {
      const bytes = await attachmentFiles.get(id);
      // taken away meanwhile
      if (bytes) yield { name: `${ATTACHMENTS}${id}`, packs: false, pieces: () => bytes };
    }
  }
}
