import pg from 'pg';
import type { FlorinEvent } from '@florin/contracts';
import { createBus, type Bus } from '@florin/messaging';
import { createLogger, newId } from '@florin/service-kit';
import {
  TEST_SECRET,
  createTestDatabase,
  testNamespace,
  testStores,
  waitFor,
  type TestDatabase,
} from '@florin/testing';
import { verifyLedger } from '../../services/ledger/src/app/integrity/verify-ledger.ts';
import { createIntegrityStore } from '../../services/ledger/src/outbound/postgres/integrity/integrity-store.ts';
import { startLedgerProcess, type LedgerProcess } from './ledger/process.ts';
import { startOwnPostgres } from './ledger/postgres.ts';
import { startProxy, type Proxy } from './ledger/proxy.ts';

const ACCOUNTS = 16;
const WORKERS = 10;
const START = 1_000;

let postgres: Awaited<ReturnType<typeof startOwnPostgres>>;
let proxy: Proxy;
let ledgers: LedgerProcess[] = [];
let bus: Bus;
let busDatabase: TestDatabase | undefined;
const events = new Map<string, number>();

beforeAll(async () => {
  postgres = await startOwnPostgres();
  proxy = await startProxy(postgres.port);
  const { amqpUrl } = testStores();
  busDatabase = amqpUrl === undefined ? await createTestDatabase() : undefined;
  const namespace = testNamespace();
  bus = createBus({
    amqpUrl,
    postgresUrl: busDatabase?.url,
    namespace,
    service: 'bank',
    logger: createLogger('bank', 'silent'),
  });
  bus.subscribe({
    name: 'bank.seen',
    types: ['ledger.transfer-posted.v1', 'ledger.transfer-reversed.v1'],
    handle: (event: FlorinEvent) => {
      // what a consumer's inbox does: an id it has seen has no effect
      events.set(event.id, (events.get(event.id) ?? 0) + 1);
      return Promise.resolve();
    },
  });
  await bus.start();
  const environment = {
    POSTGRES_URL: postgres.url(proxy.port),
    ...(amqpUrl === undefined ? {} : { AMQP_URL: amqpUrl }),
    ...(busDatabase === undefined ? {} : { BUS_POSTGRES_URL: busDatabase.url }),
    BUS_NAMESPACE: namespace,
    INTERNAL_SECRET: TEST_SECRET,
    LOG_LEVEL: process.env['BANK_LOG'] ?? 'fatal',
  };
  ledgers = await Promise.all([startLedgerProcess(environment), startLedgerProcess(environment)]);
}, 180_000);

afterAll(async () => {
  await Promise.all(ledgers.map((ledger) => ledger.stop()));
  await bus.stop();
  await proxy.stop();
  await postgres.stop();
  await busDatabase?.drop();
}, 60_000);

/** Answers the reply, however often it has to be asked for, from whichever process answers. */
async function insist<T>(call: (ledger: LedgerProcess) => Promise<T>): Promise<T> {
  const until = Date.now() + 120_000;
  for (let turn = Math.floor(Math.random() * 2); ; turn += 1) {
    try {
      return await call(ledgers[turn % ledgers.length] as LedgerProcess);
    } catch (error) {
      const { code } = error as { code?: string };
      const mayPass = code === 'UNAVAILABLE' || code === 'DEADLINE_EXCEEDED';
      if (!mayPass || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
    }
  }
}

/** What the workers were told: keys of posted transfers with their ids, and of reversals. */
interface Told {
  posted: Map<string, string>;
  reversed: Map<string, string>;
  refused: number;
}

async function work(accountIds: string[], told: Told, stopped: () => boolean): Promise<void> {
  const any = () => accountIds[Math.floor(Math.random() * accountIds.length)] as string;
  while (!stopped()) {
    const transfers = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, () => {
      const from = any();
      const to = accountIds[(accountIds.indexOf(from) + 1) % accountIds.length] as string;
      const amount = String(1 + Math.floor(Math.random() * 400));
      return {
        idempotencyKey: newId(),
        kind: 'wallet',
        from: { accountId: from },
        to: { accountId: to },
        amount,
        currency: 'USD',
      };
    });
    const { results } = await insist(({ rpc }) => rpc.postTransfers({ transfers }));
    for (const [index, result] of results.entries()) {
      if (result.transfer) told.posted.set(transfers[index]?.idempotencyKey ?? '', result.transfer.id);
      else told.refused += 1;
    }
    const first = results[0]?.transfer;
    if (first && Math.random() < 0.2) await reverse(first.id, told);
  }
}

/** A reversal goes the slow way, through a transaction of its own. */
async function reverse(transferId: string, told: Told): Promise<void> {
  const idempotencyKey = newId();
  try {
    const { transfer } = await insist(({ rpc }) => rpc.reverseTransfer({ transferId, idempotencyKey }));
    told.reversed.set(idempotencyKey, transfer?.id ?? '');
  } catch (error) {
    expect(error).toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
    told.refused += 1;
  }
}

const FAULTS: [weight: number, name: string, happen: () => Promise<void> | void][] = [
  [10, 'connections cut', () => proxy.cut()],
  [18, 'connection cut mid-commit', () => proxy.cutNextCommit()],
  [8, 'one ledger killed', () => (ledgers[Math.floor(Math.random() * 2)] as LedgerProcess).killAndRestart()],
  [6, 'PostgreSQL stopped immediately', () => postgres.crash()],
];

test('after 42 faults every acknowledged transfer is there exactly once, and so is its event', async () => {
  const accountIds: string[] = [];
  const ownerId = newId();
  for (let n = 0; n < ACCOUNTS; n += 1) {
    const request = { ownerId, currency: 'USD', kind: 'wallet', reference: `bank ${n}` };
    accountIds.push((await insist(({ rpc }) => rpc.openAccount(request))).account?.id ?? '');
  }
  const told: Told = { posted: new Map(), reversed: new Map(), refused: 0 };
  const seed = accountIds.map((accountId) => ({
    idempotencyKey: newId(),
    kind: 'wallet',
    from: { system: 'external' },
    to: { accountId },
    amount: String(START),
    currency: 'USD',
  }));
  const seeded = await insist(({ rpc }) => rpc.postTransfers({ transfers: seed }));
  seeded.results.forEach((result, index) =>
    told.posted.set(seed[index]?.idempotencyKey ?? '', result.transfer?.id ?? ''),
  );

  let stopped = false;
  const workers = Array.from({ length: WORKERS }, () => work(accountIds, told, () => stopped));
  const faults = FAULTS.flatMap(([weight, , happen]) => Array.from({ length: weight }, () => happen));
  faults.sort(() => Math.random() - 0.5);
  for (const happen of faults) {
    const before = told.posted.size;
    await happen();
    // the bank works again before the next fault hits it
    await waitFor(() => told.posted.size > before + 5, { timeoutMs: 60_000, what: 'transfers after the fault' });
  }
  stopped = true;
  await Promise.all(workers);
  expect(faults).toHaveLength(42);
  expect(proxy.commitsCut()).toBe(18);
  expect(ledgers.map((ledger) => ledger.diedAlone())).toEqual([0, 0]);

  const sql = new pg.Pool({ connectionString: postgres.url(postgres.port), options: '-c search_path=ledger', max: 2 });
  const { rows } = await sql.query<{ id: string }>('SELECT id FROM transfers ORDER BY id');
  const acknowledged = [...told.posted.values(), ...told.reversed.values()].sort();
  expect(rows.map((row) => row.id)).toEqual(acknowledged);
  expect(await verifyLedger({ integrity: createIntegrityStore(sql) })).toBeNull();
  const { rows: total } = await sql.query(`SELECT sum(posted)::int AS sum FROM accounts WHERE kind = 'wallet'`);
  expect(total[0].sum).toBe(ACCOUNTS * START);
  await waitFor(() => events.size >= acknowledged.length, { timeoutMs: 60_000, what: 'the events' });
  expect([...events.keys()].sort()).toEqual(acknowledged);
  await sql.end();
}, 420_000);
