import { createEvent } from '@florin/contracts';
import { newId } from '@florin/service-kit';
import { SERVICE_ROLE, openPool } from '../src/outbound/postgres/engine/pool.ts';
import { SEALING, moneyLaws, createHarness, waitFor, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createHarness();
});
afterEach(() => moneyLaws(ledger.sql));
afterAll(() => ledger.stop());

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(ledger.clock.now().getTime() + days * DAY_MS).toISOString();
const grant = (ownerId: string, points: number, lapsesAt = '', idempotencyKey = newId()) =>
  ledger.rpc.grantPoints({ ownerId, points: String(points), reason: 'check-in', lapsesAt, idempotencyKey });
const spend = (ownerId: string, points: number, idempotencyKey = newId()) =>
  ledger.rpc.spendPoints({ ownerId, points: String(points), reason: 'spin', idempotencyKey });
const balance = async (ownerId: string) => (await ledger.rpc.getPoints({ ownerId })).balance;

test('points are spent from the lot that lapses first, so that least is lost', async () => {
  const owner = newId();
  await grant(owner, 500);
  await grant(owner, 30, inDays(7));
  await grant(owner, 20, inDays(3));
  expect(await ledger.rpc.getPoints({ ownerId: owner })).toEqual({
    balance: '550',
    nextLapsePoints: '20',
    nextLapseAt: inDays(3),
  });
  expect((await spend(owner, 25)).balance).toBe('525');
  ledger.clock.advance(4 * DAY_MS);
  expect(await balance(owner)).toBe('525');
  ledger.clock.advance(4 * DAY_MS);
  expect(await balance(owner)).toBe('500');
  await ledger.useCases.lapsePoints(100);
  const history = await ledger.rpc.listPointsHistory({ ownerId: owner, limit: 3, cursor: '' });
  expect(history.entries.map((entry) => [entry.type, entry.points, entry.balanceAfter])).toEqual([
    ['lapse', '-25', '500'],
    ['spend', '-25', '525'],
    ['grant', '20', '550'],
  ]);
  const rest = await ledger.rpc.listPointsHistory({ ownerId: owner, limit: 3, cursor: history.nextCursor });
  expect(rest.entries.map((entry) => entry.points)).toEqual(['30', '500']);
});

test('lapsed points can not be spent even before they are taken back', async () => {
  const owner = newId();
  await grant(owner, 50, inDays(1));
  await grant(owner, 5);
  ledger.clock.advance(2 * DAY_MS);
  await expect(spend(owner, 6)).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS', meta: { available: 5 } });
  expect((await spend(owner, 5)).balance).toBe('0');
  expect(await balance(owner)).toBe('0');
});

test('the same key grants and spends once, other content is a mismatch', async () => {
  const owner = newId();
  const first = await grant(owner, 10, '', `g-${owner}`);
  expect(await grant(owner, 10, '', `g-${owner}`)).toEqual({ ...first, replayed: true });
  await expect(grant(owner, 11, '', `g-${owner}`)).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  await spend(owner, 4, `s-${owner}`);
  expect((await spend(owner, 4, `s-${owner}`)).replayed).toBe(true);
  expect(await balance(owner)).toBe('6');
});

test('of concurrent spendings exactly what fits succeeds', async () => {
  const owner = newId();
  await Promise.all([1, 2, 3, 4, 5].map((day) => grant(owner, 10, inDays(day))));
  const results = await Promise.allSettled(Array.from({ length: 30 }, () => spend(owner, 7)));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(7);
  expect(await balance(owner)).toBe('1');
});

test('the event of a grant gives the points once, however often it comes', async () => {
  const userId = newId();
  const data = { userId, grantId: `g-${userId}`, reason: 'sign-up', points: '500', lapsesAt: null };
  for (let i = 0; i < 3; i += 1) {
    const occurredAt = ledger.clock.now();
    await ledger.deliver(
      createEvent({
        id: newId(),
        type: 'users.points-granted.v1',
        producer: 'users',
        aggregateId: userId,
        occurredAt,
        data,
      }),
    );
  }
  expect(await balance(userId)).toBe('500');
});

test('PostTransfers in PTS spends points, and refuses them to another person', async () => {
  const userId = newId();
  await grant(userId, 20);
  const post = (to: object) =>
    ledger.rpc.postTransfers({
      transfers: [{ idempotencyKey: newId(), kind: 'points', from: { userId }, to, amount: '10', currency: 'PTS' }],
    });
  expect((await post({ system: 'points' })).results[0]).toMatchObject({
    result: 'transfer',
    transfer: { id: expect.any(String) },
  });
  expect((await post({ userId: newId() })).results[0]?.error?.code).toBe('INVALID_ARGUMENT');
  expect(await balance(userId)).toBe('10');
});

test('transfers of several owners come newest first, each once, as the viewer may see them', async () => {
  const [ann, bob] = [await ledger.funded(100), await ledger.funded(100)];
  const cat = ledger.person();
  const send = async (from: typeof ann, to: typeof ann, amount: number, visibility: string) => {
    await from.post('/v1/transfers', { to: { userId: to.id }, amount, currency: 'USD', visibility });
  };
  await send(ann, bob, 1, 'private');
  await send(bob, cat, 2, 'private');
  await send(bob, cat, 3, 'friends');
  await send(bob, ann, 4, 'public');
  const list = await ledger.rpc.listTransfers({
    ownerId: ann.id,
    ownerIds: [bob.id],
    kinds: ['peer'],
    viewerUserId: ann.id,
  });
  expect(list.transfers.map((transfer) => transfer.amount)).toEqual(['4', '3', '1']);
  const [newest] = list.transfers;
  expect((await ledger.rpc.getTransfers({ ids: [newest!.id, newId()] })).transfers).toEqual([newest]);
});

test('the role the service works as lacks the right to change what is posted', async () => {
  const pool = openPool(ledger.database.url, 1);
  const { rows } = await pool.query(`
    SELECT current_user AS role, has_table_privilege('ledger.entries', 'INSERT') AS adds,
           has_table_privilege('ledger.entries', 'UPDATE') OR has_table_privilege('ledger.entries', 'DELETE') OR
           has_table_privilege('ledger.transfers', 'UPDATE') OR has_table_privilege('ledger.blocks', 'DELETE') AS changes`);
  await pool.end();
  expect(rows[0]).toEqual({ role: SERVICE_ROLE, adds: true, changes: false });
});

test('the schema itself refuses unbalanced, changed, removed and back-dated entries', async () => {
  const ann = await ledger.funded(10);
  ledger.clock.advance(10 * 60_000);
  await waitFor(async () => {
    await ledger.useCases.sealBlocks(5);
    return (await ledger.sql.query('SELECT FROM blocks')).rowCount !== 0;
  }, SEALING);
  const { rows } = await ledger.sql.query(`SELECT id FROM accounts WHERE owner_id = $1`, [ann.id]);
  const insert = `INSERT INTO entries VALUES ('ffffffff-0000-7000-8000-000000000001', $1, 1, 5, 5, 'USD', NULL)`;
  await expect(ledger.sql.query(insert, [rows[0].id])).rejects.toMatchObject({ code: '23514' });
  for (const sql of [
    'UPDATE entries SET amount = 1',
    'DELETE FROM entries',
    'DELETE FROM transfers',
    'TRUNCATE entries',
  ]) {
    await expect(ledger.sql.query(sql)).rejects.toMatchObject({ code: '42501' });
  }
  const overdraw = `UPDATE accounts SET posted = -1 WHERE id = $1`;
  await expect(ledger.sql.query(overdraw, [rows[0].id])).rejects.toMatchObject({ code: '23514' });
  const old = `INSERT INTO transfers SELECT '00000000-0000-7000-8000-000000000001', kind, amount, currency, from_account_id,
    to_account_id, from_user_id, to_user_id, note, visibility, reference, NULL, posted_at FROM transfers LIMIT 1`;
  await expect(ledger.sql.query(old)).rejects.toMatchObject({ code: '40001' });
});
