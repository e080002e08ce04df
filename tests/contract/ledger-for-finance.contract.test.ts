import { createServiceClient, createServiceTokens, newId } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';
import type { Ledger } from '../../services/finance/src/app/wallets/ports.ts';
import type { Posting, Side } from '../../services/finance/src/domain/ledger/posting.ts';
import { createLedger } from '../../services/finance/src/outbound/ledger.ts';
import { createFakeLedger } from '../../services/finance/test/support/fake-ledger.ts';
import { createHarness } from '../../services/ledger/test/harness.ts';

/**
 * What finance asks of the ledger, through finance's own adapter, put to the ledger itself and to the fake that finance's
 * suites run on: the fake may not promise what the ledger does not keep.
 */
describe.each([
  ['the ledger', startReal],
  ['the fake of finance', startFake],
])('%s, as finance needs it', (_name, start) => {
  let provider: Awaited<ReturnType<typeof start>>;
  let ledger: Ledger;
  let owner: string;

  beforeAll(async () => {
    provider = await start();
    ledger = provider.ledger;
  }, 60_000);
  afterAll(() => provider.stop());
  beforeEach(() => {
    owner = newId();
  });

  const external: Side = { system: 'external' };
  const posting = (from: Side, to: Side, amount: bigint, key = newId()): Posting => ({
    key,
    kind: 'wallet',
    from,
    to,
    amount,
    currency: 'USD',
    note: 'x',
  });
  const wallet = (creditLimit: bigint | null = 0n, walletId = newId()) =>
    ledger.openWallet({ ownerId: owner, walletId, currency: 'USD', creditLimit });
  const balanceOf = async (id: string) => (await ledger.accounts([id])).get(id)?.posted;

  test('opening twice under one name answers one account', async () => {
    const walletId = newId();
    expect(await wallet(0n, walletId)).toEqual(await wallet(0n, walletId));
    expect(await ledger.openMain(owner, 'USD')).toMatchObject({ kind: 'main', currency: 'USD', posted: 0n });
    expect((await ledger.openMain(owner, 'USD')).id).toBe((await ledger.openMain(owner, 'USD')).id);
  });

  test('a posting moves money once, however often it is sent', async () => {
    const { id } = await wallet();
    const income = posting(external, { accountId: id }, 500n);
    const operation = newId();
    const first = await ledger.post(owner, operation, [income]);
    expect(first.get(income.key)).toBeTruthy();
    expect(await ledger.post(owner, operation, [income])).toEqual(first);
    expect(await balanceOf(id)).toBe(500n);
  });

  test('a key that comes with another posting is refused', async () => {
    const { id } = await wallet();
    const income = posting(external, { accountId: id }, 500n);
    const operation = newId();
    await ledger.post(owner, operation, [income]);
    await expect(ledger.post(owner, operation, [{ ...income, amount: 1n }])).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    expect(await balanceOf(id)).toBe(500n);
  });

  test('more than there is is refused, and of a group nothing is posted', async () => {
    const [from, to] = [await wallet(), await wallet()];
    await ledger.post(owner, newId(), [posting(external, { accountId: from.id }, 100n)]);
    const group = [
      posting(external, { accountId: to.id }, 7n),
      posting({ accountId: from.id }, { accountId: to.id }, 101n),
    ];
    await expect(ledger.post(owner, newId(), group)).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
    expect([await balanceOf(from.id), await balanceOf(to.id)]).toEqual([100n, 0n]);
  });

  test('a refused posting may be sent again under its key once the money is there', async () => {
    const { id } = await wallet();
    const expense = posting({ accountId: id }, external, 5n);
    const operation = newId();
    await expect(ledger.post(owner, operation, [expense])).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
    await ledger.post(owner, newId(), [posting(external, { accountId: id }, 5n)]);
    await ledger.post(owner, operation, [expense]);
    expect(await balanceOf(id)).toBe(0n);
  });

  test('a credit limit lets a wallet go below zero, down to the limit', async () => {
    const { id } = await wallet(50n);
    await ledger.post(owner, newId(), [posting({ accountId: id }, external, 50n)]);
    expect(await balanceOf(id)).toBe(-50n);
    await expect(ledger.post(owner, newId(), [posting({ accountId: id }, external, 1n)])).rejects.toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
    });
  });

  test('a wallet without a limit goes below zero, but not below the floor of a posting or reversal, and its limit changes', async () => {
    const { id } = await wallet(null);
    const spend = (amount: bigint, floor?: bigint) => ({ ...posting({ accountId: id }, external, amount), floor });
    const income = posting(external, { accountId: id }, 30n);
    const transferId = (await ledger.post(owner, newId(), [income])).get(income.key) ?? '';
    const refused = { code: 'INSUFFICIENT_FUNDS' };
    await expect(ledger.post(owner, newId(), [spend(31n, 0n)])).rejects.toMatchObject(refused);
    await ledger.post(owner, newId(), [spend(30n, 0n)]);
    await expect(ledger.reverse(owner, newId(), transferId, 0n)).rejects.toMatchObject(refused);
    await ledger.reverse(owner, newId(), transferId, -30n);
    await ledger.post(owner, newId(), [spend(1_000_000_000_000n)]);
    await expect(ledger.setCreditLimit(owner, id, 50n)).rejects.toMatchObject({ code: 'CONFLICT' });
    await ledger.setCreditLimit(owner, id, 1_000_000_000_030n);
    await expect(ledger.post(owner, newId(), [spend(1n)])).rejects.toMatchObject(refused);
    expect((await ledger.accounts([id])).get(id)).toMatchObject({ creditLimit: 1_000_000_000_030n });
    await ledger.setCreditLimit(owner, id, null);
    expect((await ledger.accounts([id])).get(id)).toMatchObject({ creditLimit: null });
    const { id: main } = await ledger.openMain(owner, 'USD');
    await expect(ledger.setCreditLimit(owner, main, 1n)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(ledger.setCreditLimit(newId(), id, 1n)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a reversal undoes a posting once, and is refused when the money is spent', async () => {
    const { id } = await wallet();
    const income = posting(external, { accountId: id }, 30n);
    const transferId = (await ledger.post(owner, newId(), [income])).get(income.key) ?? '';
    const undo = newId();
    const spend = posting({ accountId: id }, external, 1n);
    await ledger.post(owner, newId(), [spend]);
    await expect(ledger.reverse(owner, undo, transferId)).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
    await ledger.post(owner, newId(), [posting(external, { accountId: id }, 1n)]);
    await ledger.reverse(owner, undo, transferId);
    await ledger.reverse(owner, undo, transferId);
    expect(await balanceOf(id)).toBe(0n);
  });

  test("another owner's account can not be posted to by this one", async () => {
    const mine = await wallet();
    const other = newId();
    await expect(ledger.post(other, newId(), [posting({ accountId: mine.id }, external, 1n)])).rejects.toMatchObject({
      name: 'FlorinError',
    });
    expect(await balanceOf(mine.id)).toBe(0n);
  });

  test('unknown accounts are left out', async () => {
    expect([...(await ledger.accounts([newId()])).keys()]).toEqual([]);
  });
});

function adapter(port: number) {
  const client = createServiceClient('ledger', {
    address: `127.0.0.1:${port}`,
    tokens: createServiceTokens(TEST_SECRET, 'finance'),
  });
  return { client, ledger: createLedger(client) };
}

async function startReal() {
  const real = await createHarness();
  const { client, ledger } = adapter(real.addresses().grpc);
  const stop = async () => {
    client.close();
    await real.stop();
  };
  return { ledger, stop };
}

async function startFake() {
  const fake = createFakeLedger();
  await fake.start();
  const { client, ledger } = adapter(fake.state.port);
  const stop = async () => {
    client.close();
    await fake.stop();
  };
  return { ledger, stop };
}
