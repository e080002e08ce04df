import { readdirSync } from 'node:fs';
import { newId } from '@florin/service-kit';
import { connectPostgres, migrate, type Postgres } from '@florin/service-kit/postgres';
import { createTestDatabase, type TestDatabase } from '@florin/testing';
import type { Operation } from '../../domain/ledger/operation.ts';
import { template } from '../../../test/harness.ts';
import { createStores, createTransactions } from './index.ts';

let database: TestDatabase;
let postgres: Postgres;
beforeAll(async () => {
  database = await createTestDatabase(template);
  postgres = connectPostgres({ url: database.url, schema: 'finance' });
});
afterAll(async () => {
  await postgres.close();
  await database.drop();
});

const T0 = new Date('2026-01-01T00:00:00Z');
const after = (seconds: number) => new Date(T0.getTime() + seconds * 1_000);

function order(more: Partial<Operation> = {}): Operation {
  const posting = {
    key: 'k',
    kind: 'wallet' as const,
    from: { accountId: 'a' },
    to: { system: 'external' as const },
    amount: 9_007_199_254_740_993n,
    currency: 'USD',
    note: '',
  };
  return {
    id: newId(),
    ownerId: newId(),
    actorId: null,
    walletIds: [newId()],
    status: 'pending',
    action: { kind: 'post', posting },
    result: null,
    error: null,
    attempts: 0,
    nextAttemptAt: after(10),
    createdAt: T0,
    ...more,
  };
}

test('an operation is read as it was written, amounts beyond 2^53 too', async () => {
  const { operations } = createStores(postgres.knex);
  const written = order();
  await operations.insert(written);
  expect(await operations.find(written.id)).toEqual(written);
  expect(await operations.pendingOfWallet(written.ownerId, written.walletIds[0]!)).toHaveLength(1);
  expect(await operations.pendingOfWallet(written.ownerId, newId())).toEqual([]);
  await operations.finish(written.id, { result: { transactions: [], wallet: null } });
  const finished = { status: 'posted', action: written.action, result: { transactions: [], wallet: null } };
  expect(await operations.find(written.id)).toMatchObject(finished);
  expect(await operations.claim(written.id, after(99))).toBe(false);
});

test('a pending operation is claimed by one at a time, and only when its time has come', async () => {
  const { operations } = createStores(postgres.knex);
  const { id } = order();
  await operations.insert(order({ id }));
  expect(await operations.claim(id, after(9))).toBe(false);
  const claims = await Promise.all(Array.from({ length: 5 }, () => operations.claim(id, after(10))));
  expect(claims.filter(Boolean)).toHaveLength(1);
  await operations.release(id, after(11));
  expect(await operations.claim(id, after(12))).toBe(false);
});

test('due operations are shared between processes, each to one', async () => {
  await postgres.knex('operations').delete();
  const { operations } = createStores(postgres.knex);
  const { transact } = createTransactions(postgres.knex);
  const ids = Array.from({ length: 20 }, () => newId());
  for (const id of ids) await operations.insert(order({ id }));
  const claimed = await Promise.all(
    Array.from({ length: 4 }, () => transact((tx) => tx.operations.claimDue(after(10), 8))),
  );
  const all = claimed.flat().map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
  expect(await transact((tx) => tx.operations.claimDue(after(10), 50))).toHaveLength(20 - all.length);
});

describe('the schema refuses', () => {
  const row = () => ({
    id: newId(),
    owner_id: newId(),
    wallet_id: null as string | null,
    type: 'expense',
    direction: 'out',
    amount: 5,
    currency: 'USD',
    occurred_at: T0,
    date: '2026-01-01',
    source: 'own',
    status: 'posted',
    transfer_id: newId(),
    created_at: T0,
    updated_at: T0,
  });
  let walletId: string;
  beforeAll(async () => {
    walletId = newId();
    const times = { created_at: T0, updated_at: T0 };
    const wallet = { id: walletId, owner_id: newId(), name: 'W', type: 'x', currency: 'USD', status: 'open', ...times };
    await postgres.knex('wallets').insert({ ...wallet, account_id: newId() });
    await expect(postgres.knex('wallets').insert({ ...wallet, id: newId() })).rejects.toThrow(/check constraint/);
  });
  test.each([
    ['an amount of 0', { amount: 0 }],
    ['an income that takes money', { type: 'income' }],
    ['an expense that brings money', { direction: 'in' }],
    ['a posted row without its transfer', { transfer_id: null }],
    ['a pending row without its operation', { status: 'pending' }],
  ])('%s', async (_what, fault) => {
    const insert = postgres.knex('transactions').insert({ ...row(), wallet_id: walletId, ...fault });
    await expect(insert).rejects.toThrow(/check constraint/);
  });
  test('a second row of one transfer and wallet', async () => {
    const first = { ...row(), wallet_id: walletId };
    await postgres.knex('transactions').insert(first);
    await expect(postgres.knex('transactions').insert({ ...first, id: newId() })).rejects.toThrow(/unique/);
  });
});

test('migrations go down and up again', async () => {
  const own = await createTestDatabase();
  const other = connectPostgres({ url: own.url, schema: 'finance', maxConnections: 2 });
  const directory = `${import.meta.dirname}/../../../migrations`;
  try {
    await migrate(other.knex, { url: own.url, schema: 'finance', directory });
    for (const name of readdirSync(directory).toSorted().toReversed()) {
      const migration = (await import(`${directory}/${name}`)) as { down(knex: unknown): Promise<void> };
      await migration.down(other.knex);
    }
    const left = await other.knex('pg_tables').where({ schemaname: 'finance' }).pluck('tablename');
    expect(left.filter((name: string) => !name.startsWith('knex_'))).toEqual([]);
  } finally {
    await other.close();
    await own.drop();
  }
});
