import { Readable } from 'node:stream';
import { createLogger, newId } from '@florin/service-kit';
import { connectPostgres, type Postgres } from '@florin/service-kit/postgres';
import { createTestDatabase, type TestDatabase } from '@florin/testing';
import { createUseCases, type Deps, type UseCases } from '../src/app/index.ts';
import { beginBatch } from '../src/app/operations/begin-batch.ts';
import { runOperation } from '../src/app/operations/run.ts';
import { gatherCreates } from '../src/app/transactions/create-transaction.ts';
import { DEFAULT_PREFERENCES } from '../src/domain/time/preferences.ts';
import { requireOpen } from '../src/domain/wallet.ts';
import { createStores, createTransactions } from '../src/outbound/postgres/index.ts';
import { template } from './harness.ts';
import { noShares } from './support/direct.ts';
import { createMemoryFiles } from './support/memory-files.ts';
import { createMemoryLedger } from './support/memory-ledger.ts';

/** rows of the other person; the person looked at has a dozen */
const OTHERS_ROWS = 20_000;
/** more than one statement for the small person may read, far less than the other person has */
const MAX_ROWS_READ = 500;

interface Statement {
  sql: string;
  bindings: unknown[];
}

let database: TestDatabase;
let postgres: Postgres;
let deps: Deps;
let useCases: UseCases;
const statements = new Map<string, Statement>();
beforeAll(async () => {
  database = await createTestDatabase(template);
  postgres = connectPostgres({ url: database.url, schema: 'finance', maxConnections: 4 });
  await postgres.pool.query(LOAD, [newId(), newId(), newId(), OTHERS_ROWS]);
  for (const table of [
    'transactions',
    'tags',
    'transaction_tags',
    'transaction_parts',
    'daily_tag_sums',
    'monthly_tag_sums',
    'tag_counts',
    'operations',
    'daily_sums',
    'daily_moves',
    'monthly_sums',
    'row_counts',
    'superseded_transfers',
    'wallets',
    'categories',
    'budgets',
    'idempotency_keys',
    'bulks',
    'recurring_transactions',
    'goals',
    'rules',
    'rule_runs',
    'recurring_occurrences',
    'wallet_members',
    'frozen_people',
  ]) {
    await postgres.pool.query(`analyze ${table}`);
  }
  const known = () => ({ has: () => false, add: () => undefined });
  const preferences = () => Promise.resolve(DEFAULT_PREFERENCES);
  deps = {
    stores: createStores(postgres.knex),
    ...createTransactions(postgres.knex),
    creates: gatherCreates(),
    known: { categories: known(), mainWallet: known(), settled: known() },
    ledger: createMemoryLedger(),
    rates: { rates: () => Promise.resolve([]) },
    preferences: { of: preferences, latest: preferences },
    people: { findToAsk: (_asking, to) => Promise.resolve('userId' in to ? to.userId : newId()) },
    attachmentFiles: createMemoryFiles(),
    attachmentBytes: 1_000_000,
    clock: () => new Date(),
    newId,
    currency: 'USD',
    noteIntoLedgerAccounts: true,
    outage: { noticed: false },
    nudge: () => undefined,
    ...noShares,
  };
  useCases = createUseCases(deps);
  postgres.knex.on('query', ({ sql, bindings }: Statement) => statements.set(sql, { sql, bindings }));
}, 120_000);
afterAll(async () => {
  await postgres.close();
  await database.drop();
});

test('no statement reads rows of other people, whatever the person does', async () => {
  await live(newId());
  const read = [...statements.values()].filter(({ sql }) => /^\s*(select|update|delete|with)\b/i.test(sql));
  expect(read.length).toBeGreaterThan(40);
  const costs = [];
  for (const statement of read) costs.push({ sql: statement.sql, rows: await rowsRead(statement) });
  expect(costs.filter(({ rows }) => rows > MAX_ROWS_READ)).toEqual([]);
}, 120_000);

/** One person does everything once. */
async function live(ownerId: string): Promise<void> {
  await useCases.setUpOwner({ ownerId });
  const cash = (await useCases.createWallet({ ownerId, key: 'w', ...wallet('Cash') })).body;
  const bank = (await useCases.createWallet({ ownerId, ...wallet('Bank') })).body;
  const category = { ownerId, name: 'Food', type: 'expense' as const, icon: 'x' };
  const food = (await useCases.createCategory({ ...category, key: 'c' })).body;
  const fun = (await useCases.createCategory({ ...category, name: 'Fun' })).body;
  const order = { ownerId, walletId: cash.id, categoryId: food.id, amount: { minor: 5n }, description: 'Tea' };
  const row = (await useCases.createTransaction({ ...order, key: 't' })).body;
  await useCases.createTransaction({ ...order, key: 't' });
  const other = (await useCases.createTransaction({ ...order, tags: ['Rome'] })).body;
  await useCases.updateTransaction({ ownerId, id: other.id, changes: { note: 'Long', tags: ['rome', 'work'] } });
  const part = { amount: 2n, description: '' };
  const splits = [
    { ...part, categoryId: food.id, tags: ['gift'] },
    { ...part, categoryId: fun.id, amount: 3n },
  ];
  await useCases.updateTransaction({ ownerId, id: other.id, changes: { splits } });
  const [rome, work] = await useCases.listTags({ ownerId, slice: { limit: 50 }, filter: { search: 'o' } });
  await useCases.renameTag({ ownerId, id: rome!.id, changes: { name: 'Roma' } });
  await useCases.mergeTag({ ownerId, id: work!.id, intoId: rome!.id });
  const unused = (await useCases.createTag({ ownerId, name: 'Unused' })).body;
  await useCases.deleteTag({ ownerId, id: unused.id });
  const amount = { minor: 7n };
  const transfer = { ownerId, fromWalletId: cash.id, toWalletId: bank.id, amount, description: '' };
  await useCases.transferBetweenWallets(transfer);
  const yen = (await useCases.createWallet({ ownerId, ...wallet('Yen'), currency: 'JPY' })).body;
  const [end] = (await useCases.transferBetweenWallets({ ...transfer, toWalletId: yen.id, toAmount: amount })).body;
  await useCases.updateTransaction({ ownerId, id: end!.id, changes: { amount: { minor: 9n } } });
  const recurring = { period: 'month' as const, startsOn: '2026-01-01', rollover: 'both' as const, description: '' };
  const budget = (await useCases.createBudget({ ownerId, categoryIds: [food.id], amount, ...recurring })).body;
  await useCases.createBudget({ ownerId, categoryIds: [], amount, ...recurring });
  await useCases.createBudget({ ownerId, categoryIds: [], tagIds: [rome!.id], amount, ...recurring });
  await useCases.updateBudget({ ownerId, id: budget.id, changes: { amount: { minor: 90n } } });
  await useCases.updateTransaction({ ownerId, id: row.id, changes: { amount } });
  await attach(ownerId, row.id);
  await share(ownerId, cash.id, food.id);
  await useCases.updateTransaction({ ownerId, id: row.id, changes: { description: 'Cake', date: '2026-11-01' } });
  await readAll(ownerId, { walletId: cash.id, categoryId: food.id, id: row.id, budgetId: budget.id });
  await record(ownerId);
  await recur(ownerId, cash.id, food.id);
  await rule(ownerId, food.id);
  const goal = (await useCases.createGoal({ ownerId, walletId: cash.id, name: 'G', description: '', target: amount }))
    .body;
  for (const move of ['pledge', 'withdraw'] as const) await useCases.movePledge({ ownerId, id: goal.id, move, amount });
  await useCases.updateGoal({ ownerId, id: goal.id, changes: { name: 'Goal' } });
  await useCases.listGoals({ ownerId, filter: { status: 'open' }, slice: { limit: 5 } });
  await useCases.closeGoal({ ownerId, id: goal.id });
  await batch(ownerId, cash.id, food.id);
  const bulk = { ownerId, ids: [row.id], changes: { date: '2026-10-01', addTags: ['many'] } };
  await useCases.undoChange({ ownerId, id: (await useCases.changeTransactions(bulk)).body.id });
  const gone = await useCases.changeTransactions({ ...bulk, key: 'b', changes: null });
  await useCases.undoChange({ ownerId, id: gone.body.id });
  await useCases.deleteTransaction({ ownerId, id: other.id });
  const uniqueName = true;
  const tea = (await useCases.createCategory({ ...category, name: 'Tea', uniqueName })).body;
  await useCases.updateCategory({ ownerId, id: tea.id, changes: { name: 'Teas' }, uniqueName });
  await useCases.createCategory({ ...category, name: 'Green', parentId: tea.id, uniqueName });
  const plain = (await useCases.createCategory({ ...category, name: 'Plain' })).body;
  await useCases.updateCategory({ ownerId, id: plain.id, changes: { type: 'income' } });
  await useCases.updateCategory({ ownerId, id: fun.id, changes: { parentId: tea.id } });
  await useCases.orderCategories({ ownerId, ids: [tea.id] });
  await useCases.orderWallets({ ownerId, ids: [bank.id] });
  await useCases.mergeCategory({ ownerId, id: food.id, intoId: tea.id });
  await useCases.deleteCategory({ ownerId, id: tea.id });
  await useCases.deleteBudget({ ownerId, id: budget.id });
  await useCases.updateWallet({ ownerId, id: bank.id, changes: { name: 'B', balance: { minor: 5n } } });
  await useCases.deleteWallet({ ownerId, id: bank.id });
  await useCases.reopenWallet({ ownerId, id: bank.id });
  const trip = (await useCases.createTag({ ownerId, name: 'Trip' })).body;
  await useCases.deleteTag({ ownerId, id: (await useCases.getTag({ ownerId, id: trip.id })).id });
  await useCases.forgetKeys(10);
  await useCases.reconcile(createLogger('test', 'silent'), new AbortController().signal);
  await useCases.dateTransactions(10);
  await useCases.endOwner(ownerId);
}

const wallet = (name: string) => ({
  name,
  type: 'cash',
  currency: 'USD',
  description: '',
  balance: { minor: 500n },
});

async function share(ownerId: string, walletId: string, categoryId: string): Promise<void> {
  const [memberId, slice] = [newId(), { limit: 5 }];
  const invite = (userId: string) => useCases.inviteMember({ ownerId, walletId, to: { userId }, role: 'writer' });
  const member = { walletId, userId: memberId };
  const { id } = (await invite(memberId)).body;
  await useCases.listInvitations({ userId: memberId, slice });
  await useCases.answerInvitation({ userId: memberId, id, answer: 'accepted', key: 'a' });
  const { as } = (await useCases.findAccess({ userId: memberId, need: 'write', walletId }))!;
  const order = { ...as, walletId, categoryId, amount: { minor: 5n }, description: '' };
  const row = (await useCases.createTransaction(order)).body;
  await useCases.findAccess({ userId: memberId, need: 'read', transactionId: row.id });
  await useCases.updateTransaction({ ...as, id: row.id, changes: { note: 'Seen' } });
  await useCases.findOwner({ userId: memberId, walletIds: [walletId] });
  for (const which of ['all', 'shared'] as const) await useCases.listWallets({ ownerId: memberId, which, slice });
  await useCases.listMembers({ ownerId, walletId, slice });
  await useCases.getMember({ ownerId, ...member });
  await useCases.changeMember({ ownerId, ...member, role: 'reader' });
  await invite(newId());
  await useCases.setFrozen({ userId: ownerId, frozen: true, at: new Date(0) });
  await useCases.setFrozen({ userId: ownerId, frozen: false, at: new Date() });
  await useCases.endMembership({ callerId: memberId, ...member });
  await useCases.partPeople({ userId: ownerId, otherId: memberId });
  await useCases.dropMemberships({ userId: ownerId, at: new Date() });
}

async function rule(ownerId: string, categoryId: string): Promise<void> {
  const conditions = [{ field: 'text', is: 'contains', value: 'tea' } as const];
  const order = { ownerId, name: 'R', match: 'all', conditions, actions: { categoryId, addTags: ['x'] } } as const;
  const { id } = (await useCases.createRule({ ...order, actions: { categoryId, addTags: ['x'] }, enabled: true })).body;
  await useCases.orderRules({ ownerId, ids: [id] });
  await useCases.updateRule({ ownerId, id, changes: { name: 'S' } });
  await useCases.previewRules({ ownerId, limit: 5 });
  await useCases.undoRules({ ownerId, id: (await useCases.applyRules({ ownerId })).body.run.id });
  await useCases.deleteRule({ ownerId, id });
}

async function recur(ownerId: string, walletId: string, categoryId: string): Promise<void> {
  const rhythm = { frequency: 'monthly', every: 1, lastDayOfMonth: false, weekendRule: 'stay', time: '00:00' } as const;
  const startDate = new Date().toISOString().slice(0, 10);
  const order = { ownerId, walletId, categoryId, amount: { minor: 5n }, description: 'Rent', startDate, ...rhythm };
  const { id } = (await useCases.createRecurring(order)).body;
  await useCases.postRecurring(10);
  await useCases.updateRecurring({ ownerId, id, changes: { description: 'Rents' } });
  for (const change of ['skip', 'pause', 'resume'] as const) await useCases.changeRecurring({ ownerId, id, change });
  await useCases.listRecurring({ ownerId, filter: { walletId }, slice: { limit: 5 } });
  await useCases.listOccurrences({ ownerId, id });
  await useCases.retryOccurrence({ ownerId, id, number: 0 });
  await useCases.findCandidates(ownerId);
  await useCases.deleteRecurring({ ownerId, id });
}

async function readAll(
  ownerId: string,
  { walletId, categoryId, id, budgetId }: { walletId: string; categoryId: string; id: string; budgetId: string },
): Promise<void> {
  const slice = { limit: 50 };
  const query = { page: 1, size: 10, search: '', sort: 'createdAt', order: 'desc' as const, contains: {} };
  await useCases.listWallets({ ownerId, slice });
  await useCases.queryWallets({ ownerId, query });
  await useCases.listCategories({ ownerId, slice, filter: { type: 'expense', search: 'foo' } });
  await useCases.queryCategories({ ownerId, query });
  await useCases.getCashFlow({ ownerId, interval: 'month', walletId });
  await useCases.getNetWorth({ ownerId, interval: 'month' });
  await useCases.compareCategories({ ownerId });
  await useCases.compareTags({ ownerId });
  for (const insight of ['getCashFlow', 'compareCategories', 'compareTags'] as const) {
    await useCases[insight]({ ownerId, interval: 'month', currency: 'EUR' });
  }
  await useCases.getForecast({ ownerId });
  await useCases.listBudgets({ ownerId, slice, filter: { categoryId } });
  await useCases.queryBudgets({ ownerId, query });
  await useCases.getBudget({ ownerId, id: budgetId });
  await useCases.listBudgetPeriods({ ownerId, id: budgetId, slice });
  await useCases.getTransaction({ ownerId, id });
  const filters = [
    ...[{}, { walletId: [walletId] }, { categoryId: [categoryId, null] }, { type: ['expense' as const] }],
    ...[{ anyTags: ['rome'], allTags: ['work', 'x'] }, { amountMin: 1n, amountMax: 9n }, { search: 'tea' }],
    { from: { day: '2026-01-01' } },
  ];
  for (const filter of filters) {
    await useCases.listTransactions({ ownerId, filter, slice });
  }
  const after = ['2026-11-30', new Date().toISOString(), id];
  await useCases.listTransactions({ ownerId, filter: {}, slice: { limit: 50, after } });
  const scope = { adjustments: false };
  for (const sort of ['createdAt', 'transactionDate', 'amount', 'wallet', 'category']) {
    await useCases.queryTransactions({ ownerId, query: { ...query, sort }, scope });
  }
  for (const search of ['tea', 'cash', '5', 'zz']) {
    await useCases.queryTransactions({ ownerId, query: { ...query, search }, scope });
  }
  await useCases.queryTransactions({ ownerId, query: { ...query, contains: { wallet: 'cash', type: 'exp' } }, scope });
  await useCases.getSummary({ ownerId, period: 'year' });
  await useCases.getSummary({ ownerId, walletId, period: 'month' });
  await useCases.getWalletSummary({ ownerId, walletId, kind: 'week' });
}

async function batch(ownerId: string, walletId: string, categoryId: string): Promise<void> {
  const row = { id: newId(), walletId, categoryId, type: 'expense' as const, direction: 'out' as const };
  const when = { date: '2026-01-01', occurredAt: new Date(), timeZone: null, zonePending: false };
  const operationId = await deps.transact(async (tx) => {
    const wallets = [requireOpen((await tx.wallets.find(ownerId, walletId, 'share'))!)];
    const rows = [{ ...row, ...when, amount: 5n, currency: 'USD', description: '' }];
    return beginBatch(deps, tx, { ownerId, rows, wallets });
  });
  await runOperation(deps, operationId, true);
}

async function attach(ownerId: string, transactionId: string): Promise<void> {
  const bytes = Buffer.from('%PDF-1.7');
  const file = { name: 'tea.pdf', size: bytes.length, bytes: Readable.from([bytes]) };
  const { id } = (await useCases.addAttachment({ ownerId, transactionId, ...file })).body;
  await useCases.listAttachments({ ownerId, transactionId });
  await useCases.getAttachment({ ownerId, transactionId, id });
  await useCases.removeAttachment({ ownerId, transactionId, id });
  await useCases.forgetAttachments(10);
}

/** The ledger tells of a deposit and takes it back. */
async function record(ownerId: string): Promise<void> {
  const main = (await useCases.listWallets({ ownerId, slice: { limit: 1 } }))[0]!;
  const transfer = {
    transferId: newId(),
    kind: 'deposit',
    fromUserId: null,
    toUserId: ownerId,
    note: '',
    reference: null,
    postedAt: new Date(),
    entries: [{ accountId: main.accountId!, ownerId, amount: 5n, currency: 'USD' }],
  };
  await useCases.recordTransfer({ event: { id: newId() }, transfer });
  const entries = transfer.entries.map((entry) => ({ ...entry, amount: -entry.amount }));
  const reversal = { ...transfer, transferId: newId(), kind: 'reversal', entries };
  await useCases.recordReversal({ event: { id: newId() }, reversal, reversedTransferId: transfer.transferId });
  await useCases.recordReversal({ event: { id: newId() }, reversal, reversedTransferId: newId() });
}

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

/** How many rows of tables and indexes a statement looks at; it is rolled back. */
async function rowsRead({ sql, bindings }: Statement): Promise<number> {
  const client = await postgres.pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (analyze, format json) ${sql}`,
      bindings,
    );
    return scanned(rows[0]!['QUERY PLAN'][0]!.Plan);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

function scanned(plan: Plan): number {
  const within = (plan.Plans ?? []).reduce((sum, each) => sum + scanned(each), 0);
  if (!/^(Seq|Index|Index Only|Bitmap Heap|Bitmap Index) Scan$/.test(plan['Node Type'])) return within;
  const { 'Rows Removed by Filter': filtered = 0, 'Rows Removed by Index Recheck': rechecked = 0 } = plan;
  return within + (plan['Actual Rows'] + filtered + rechecked) * plan['Actual Loops'];
}

/** $1 another person, $2 their wallet, $3 their category, $4 how many rows; as many rows of every kind. */
const LOAD = `
  with owner as (select $1::uuid as id, $2::uuid as wallet, $3::uuid as category, now() as at),
  made_wallets as (
    insert into wallets (id, owner_id, name, type, currency, account_id, status, created_at, updated_at)
    select case n when 1 then wallet else gen_random_uuid() end, id, 'W' || n, 'cash', 'USD', gen_random_uuid(), 'open', at, at
    from owner, generate_series(1, $4) n),
  made_categories as (
    insert into categories (id, owner_id, name, type, icon, created_at, updated_at)
    select case n when 1 then category else gen_random_uuid() end, id, 'C' || n, 'expense', 'x', at, at
    from owner, generate_series(1, $4) n),
  made_tags as (
    insert into tags (owner_id, id, name, created_at, updated_at)
    select id, gen_random_uuid(), 'T' || n, at, at from owner, generate_series(1, $4) n returning owner_id, id),
  tagged as (
    insert into transaction_tags (owner_id, transaction_id, tag_id)
    select owner_id, md5(owner_id::text || row_number() over ())::uuid, id from made_tags),
  made_parts as (
    insert into transaction_parts (owner_id, transaction_id, position, category_id, amount)
    select id, gen_random_uuid(), 0, category, 5 from owner, generate_series(1, $4) n),
  made_budgets as (
    insert into budgets (id, owner_id, category_ids, amount, currency, starts_on, ends_on, created_at, updated_at)
    select gen_random_uuid(), id, array[category], 100, 'USD', '2026-01-01', '2026-12-31', at, at
    from owner, generate_series(1, $4) n),
  made_superseded as (
    insert into superseded_transfers select gen_random_uuid(), id from owner, generate_series(1, $4) n),
  made_members as (
    insert into wallet_members (id, wallet_id, owner_id, user_id, role, status, invited_at, updated_at)
    select gen_random_uuid(), wallet, id, gen_random_uuid(), 'writer', (array['invited', 'accepted'])[1 + n % 2], at, at
    from owner, generate_series(1, $4) n),
  made_frozen as (
    insert into frozen_people select gen_random_uuid(), true, at from owner, generate_series(1, $4) n),
  made_operations as (
    insert into operations (id, owner_id, wallet_ids, status, action, result, next_attempt_at, created_at)
    select gen_random_uuid(), id, array[wallet], 'posted', '{}', '{"transactions":[]}', at, at
    from owner, generate_series(1, $4) n)
  insert into transactions (id, owner_id, wallet_id, category_id, type, direction, amount, currency, description,
    occurred_at, date, source, status, transfer_id, created_at, updated_at)
  select md5(id::text || n)::uuid, id, wallet, category, 'expense', 'out', 5, 'USD', 'Tea', at, current_date - n % 900, 'own',
    'posted', gen_random_uuid(), at, at
  from owner, generate_series(1, $4) n`;
