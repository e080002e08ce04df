import { lowestIdAt } from '../src/domain/posting/transfer-id.ts';
import { SEALING, mainOf, send, createHarness, waitFor, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createHarness();
});
afterAll(() => ledger.stop());

const blocks = async () => (await ledger.sql.query('SELECT FROM blocks')).rowCount ?? 0;

test('nothing is sealed while a transaction is open that may add to it; then all of it is, and verify finds no fault', async () => {
  const [ann, bob] = [await ledger.funded(100), ledger.person()];
  await send(ann, bob, 1);
  const open = await ledger.sql.connect();
  try {
    await open.query('BEGIN');
    await open.query('SELECT pg_current_xact_id()');
    ledger.clock.advance(10 * 60_000);
    for (let turn = 0; turn < 3; turn += 1) expect(await ledger.useCases.sealBlocks(5)).toBe(0);
  } finally {
    await open.query('COMMIT');
    open.release();
  }
  await waitFor(async () => {
    await ledger.useCases.sealBlocks(5);
    return (await blocks()) > 0;
  }, SEALING);
  expect(await ledger.useCases.verifyLedger()).toBeNull();
});

test('what comes from a clock behind the horizon is told to try again, also before anything there is sealed', async () => {
  const [from, to] = await Promise.all([ledger.funded(100), ledger.funded(100)].map(async (one) => mainOf(await one)));
  ledger.clock.advance(60 * 60_000);
  await waitFor(async () => {
    await ledger.useCases.sealBlocks(5);
    const { rows } = await ledger.sql.query<{ horizon: string }>('SELECT horizon FROM seal_horizon');
    return rows[0]!.horizon > lowestIdAt(new Date(ledger.clock.now().getTime() - 10 * 60_000));
  }, SEALING);
  const late = lowestIdAt(new Date(ledger.clock.now().getTime() - 20 * 60_000));
  const insert = `INSERT INTO transfers (id, kind, amount, currency, from_account_id, to_account_id, note, visibility, posted_at)
                  VALUES ($1, 'peer', 1, 'USD', $2, $3, '', 'private', now())`;
  await expect(ledger.sql.query(insert, [late, from.id, to.id])).rejects.toMatchObject({ code: '40001' });
});
