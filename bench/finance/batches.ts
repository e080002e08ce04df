import { createServiceClient, createServiceTokens, newId } from '@florin/service-kit';
import { connectPostgres } from '@florin/service-kit/postgres';
import { TEST_SECRET } from '@florin/testing';
import { beginBatch, MAX_BATCH } from '../../services/finance/src/app/operations/begin-batch.ts';
import { runOperation } from '../../services/finance/src/app/operations/run.ts';
import { requireOpen } from '../../services/finance/src/domain/wallet.ts';
import { DEFAULT_PREFERENCES } from '../../services/finance/src/domain/time/preferences.ts';
import { createLedger } from '../../services/finance/src/outbound/ledger.ts';
import { createStores, createTransactions } from '../../services/finance/src/outbound/postgres/index.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

const AT_ONCE = 2;

/** Batches of new rows as an import posts them, by use cases in this process; rows a second that stand in ledger and finance. */
export async function postBatches(world: World, person: Person, seconds: number): Promise<number> {
  const postgres = connectPostgres({ url: world.url, schema: 'finance', maxConnections: 4 });
  const tokens = createServiceTokens(TEST_SECRET, 'finance');
  const client = createServiceClient('ledger', { address: world.ledgerAddress, tokens });
  const preferences = () => Promise.resolve(DEFAULT_PREFERENCES);
  const deps = {
    stores: createStores(postgres.knex),
    ...createTransactions(postgres.knex),
    known: { categories: new Set<string>(), mainWallet: new Set<string>(), settled: new Set<string>() },
    ledger: createLedger(client),
    preferences: { of: preferences, latest: preferences },
    clock: () => new Date(),
    newId,
    noteIntoLedgerAccounts: true,
    outage: { noticed: false },
    nudge: () => undefined,
  };
  const one = async () => {
    const operationId = await deps.transact(async (tx) => {
      const wallet = await tx.wallets.find(person.id, person.walletIds[0] ?? '', 'share');
      if (!wallet) throw new Error('the wallet is gone');
      return beginBatch(deps, tx, { ownerId: person.id, rows: rowsOf(person), wallets: [requireOpen(wallet)] });
    });
    await runOperation(deps, operationId, true);
  };
  const until = performance.now() + seconds * 1_000;
  const began = performance.now();
  let posted = 0;
  const many = async () => {
    for (; performance.now() < until; posted += MAX_BATCH) await one();
  };
  try {
    await one();
    await Promise.all(Array.from({ length: AT_ONCE }, many));
    return posted / ((performance.now() - began) / 1_000);
  } finally {
    client.close();
    await postgres.close();
  }
}

/** Of three months, as a bank's file has them. */
const rowsOf = (person: Person) =>
  Array.from({ length: MAX_BATCH }, (_, index) => {
    const occurredAt = new Date(Date.now() - (index % 90) * 86_400_000);
    return {
      id: newId(),
      walletId: person.walletIds[0] ?? '',
      categoryId: person.categoryId,
      type: 'expense' as const,
      direction: 'out' as const,
      description: `Card payment 4711 Grocer ${index}`,
      amount: BigInt(100 + index),
      currency: 'USD',
      date: occurredAt.toISOString().slice(0, 10),
      occurredAt,
      timeZone: null,
      zonePending: false,
    };
  });
