import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { newId } from '@florin/service-kit';
import type { ChainEnd } from '../../src/app/integrity/ports.ts';
import { verifyLedger } from '../../src/app/integrity/verify-ledger.ts';
import type { Anchor } from '../../src/domain/block.ts';
import { openPool } from '../../src/outbound/postgres/engine/pool.ts';
import { createIntegrityStore } from '../../src/outbound/postgres/integrity/integrity-store.ts';
import { SEALING, moneyLaws, createHarness, waitFor, type Ledger, type Person } from '../harness.ts';

const TABLES = ['accounts', 'transfers', 'entries', 'entry_marks', 'point_lots', 'blocks'];
const MINUTES_MS = 60_000;

/** A ledger with postings of every kind, in four blocks and a rest, whose rows a test changes and puts back. */
export async function startBooks() {
  const ledger = await createHarness();
  const names = await fill(ledger);
  await moneyLaws(ledger.sql);
  // its jobs would seal anew what a test takes away
  await ledger.service.stop();
  for (const table of TABLES) await ledger.sql.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
  await ledger.sql.query('ALTER TABLE accounts DROP CONSTRAINT accounts_available');
  const pool = openPool(ledger.database.url, 2);
  const store = createIntegrityStore(pool);

  /** Runs statements as one who owns the server; `:name` is the id of that name. */
  const tamper = async (...statements: string[]): Promise<void> => {
    const client = await ledger.sql.connect();
    try {
      await client.query('SET session_replication_role = replica');
      for (const sql of statements) {
        await client.query(sql.replace(/:([a-z]\w*)/gi, (_, name: string) => `'${names[name]}'`));
      }
    } finally {
      client.release(true);
    }
  };
  const putBack = () =>
    tamper(...TABLES.flatMap((table) => [`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept_${table}`]));
  const verify = (anchor?: Anchor, onChainEnd?: (end: ChainEnd) => void) =>
    verifyLedger({ integrity: store }, { anchor, onChainEnd });
  /** `npm run verify` with arguments. */
  const run = (...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> => {
    const env = { ...process.env, POSTGRES_URL: ledger.database.url };
    const file = join(import.meta.dirname, '../../src/commands/verify.ts');
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [file, ...args], { env }, (_error, stdout, stderr) => {
        resolve({ code: child.exitCode, stdout, stderr });
      });
    });
  };
  const stop = async () => {
    await pool.end();
    await ledger.stop();
  };
  return { sql: ledger.sql, clock: ledger.clock, names, store, tamper, putBack, verify, run, stop };
}

export type Books = Awaited<ReturnType<typeof startBooks>>;

const usd = (amount: number, more: object = {}) => ({ amount, currency: 'USD', ...more });
const created = async (reply: Promise<{ status: number; text: string; body: any }>) => {
  const { status, text, body } = await reply;
  if (status !== 200 && status !== 201) throw new Error(text);
  return body;
};
const sealedUpTo = async (ledger: Ledger, blocks: number) => {
  ledger.clock.advance(10 * MINUTES_MS);
  await waitFor(async () => {
    await ledger.useCases.sealBlocks(5);
    return (await ledger.sql.query('SELECT FROM blocks')).rowCount === blocks;
  }, SEALING);
};

/** Posts a bit of everything; returns the names. */
async function fill(ledger: Ledger): Promise<Record<string, string>> {
  const [ann, bob, admin] = [await ledger.funded(100_000), ledger.person(), ledger.person('root', ['admin'])];
  const send = (amount: number) => created(ann.post('/v1/transfers', usd(amount, { to: { userId: bob.id } })));
  const reverse = (id: string) => created(admin.post(`/v1/admin/transfers/${id}/reverse`, { reason: 'mistake' }));
  const exchange = async (by: Person) => {
    const quote = await created(by.post('/v1/exchanges/quotes', { from: 'USD', to: 'EUR', amount: 333 }));
    return (await created(by.post('/v1/exchanges', { quoteId: quote.id }))).transferId as string;
  };
  const sealedTransfer = (await send(1)).id as string;
  await Promise.all(Array.from({ length: 70 }, () => send(10)));
  await sealedUpTo(ledger, 1);
  const payment = await send(500);
  await created(bob.post(`/v1/transfers/${payment.id}/refund`, { amount: 200 }));
  await sealedUpTo(ledger, 2);
  const hold = () => created(ann.post('/v1/holds', usd(80, { to: { userId: bob.id } })));
  const [taken, freed] = [await hold(), await hold(), await hold()];
  await created(bob.post(`/v1/holds/${taken.id}/capture`, { amount: 50 }));
  await created(bob.post(`/v1/holds/${freed.id}/void`, {}));
  await created(ann.post('/v1/withdrawals', usd(100, { method: 'sandbox-fail' })));
  await sealedUpTo(ledger, 3);
  await reverse(await exchange(ann));
  await reverse((await send(30)).id);
  const points = { ownerId: ann.id, reason: 'check-in', lapsesAt: '' };
  await ledger.rpc.grantPoints({ ...points, points: '500', idempotencyKey: newId() });
  await ledger.rpc.spendPoints({ ...points, points: '200', idempotencyKey: newId() });
  await sealedUpTo(ledger, 4);
  const exchanged = await exchange(ann);
  const undone = await reverse(await exchange(ann));
  const last = (await send(450)).id as string;
  const strange = { strange: newId(), noFrom: newId(), noTo: newId() };
  const accounts = await accountIds(ledger, ann, bob);
  return { ...accounts, ...strange, bobUser: bob.id, sealedTransfer, exchanged, undone: undone.id, last };
}

async function accountIds(ledger: Ledger, ann: Person, bob: Person) {
  const id = async (where: string, ...values: string[]) =>
    (await ledger.sql.query(`SELECT id FROM accounts WHERE ${where} LIMIT 1`, values)).rows[0].id as string;
  return {
    ann: await id(`owner_id = $1 AND currency = 'USD'`, ann.id),
    annPoints: await id(`owner_id = $1 AND kind = 'points'`, ann.id),
    bob: await id(`owner_id = $1 AND currency = 'USD'`, bob.id),
    house: await id(`currency = 'USD' AND kind = 'system' AND sequence > 0 AND reference = 'exchange'`),
    houseEur: await id(`currency = 'EUR' AND kind = 'system' AND sequence > 0 AND reference = 'exchange'`),
    unused: await id('sequence = 0'),
  };
}
