import { loadProto, type FinanceServiceDefinition, type UsersServiceDefinition } from '@florin/proto';
import {
  createGrpcClient,
  createGrpcServer,
  createLogger,
  createMetrics,
  createServiceTokens,
  type GrpcMethods,
} from '@florin/service-kit';
import { TEST_SECRET, startTcpProxy, type TcpProxy } from '@florin/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Name = Parameters<typeof loadProto>[0];
type Level = 'NO_SIDE_EFFECTS' | 'IDEMPOTENT' | 'IDEMPOTENCY_UNKNOWN';

/** Every method with a reply that may be asked for again, and every one that may not. A new method is added here on purpose. */
const READS: Record<Name, string[]> = {
  auth: ['ResolveUser', 'GetUsers', 'ListRevocations', 'IntrospectSession'],
  users: [
    'GetProfiles',
    'GetMe',
    'GetPreferences',
    'SearchPeople',
    'GetPicture',
    'ListFriendIds',
    'ListFriends',
    'GetRelation',
    'ListFriendRequests',
    'GetCardBarcode',
    'CheckReach',
    'FindPersonToAsk',
    'CheckPayments',
  ],
  ledger: ['GetAccounts', 'ListTransfers', 'GetTransfers', 'GetPoints', 'GetRates', 'ListPointsHistory'],
  finance: [
    'ListWallets',
    'QueryWallets',
    'GetWallet',
    'ListCategories',
    'QueryCategories',
    'GetCategory',
    'QueryTransactions',
    'GetTransaction',
    'GetWalletSummary',
    'GetSummary',
    'ListBudgets',
    'QueryBudgets',
    'GetBudget',
  ],
  notify: ['ListNotifications'],
};
const IDEMPOTENT: Record<Name, string[]> = {
  auth: ['SignOut'],
  users: ['UpdateMe', 'SetPicture'],
  ledger: [
    'AbandonClosing',
    'OpenAccount',
    'PostTransfers',
    'ReverseTransfer',
    'SetCreditLimit',
    'GrantPoints',
    'SpendPoints',
    'Deposit',
  ],
  finance: ['UpdateCategory', 'UpdateBudget'],
  notify: [],
};
const NEVER_REPEATED: Record<Name, string[]> = {
  auth: [
    'SignUp',
    'SignIn',
    'SignInWithGoogle',
    'CompleteSecondFactor',
    'SendCode',
    'CheckCode',
    'VerifyContact',
    'ResetPassword',
    'StartPasswordReset',
    'VerifyPasswordReset',
    'ChangePassword',
    'ChangeName',
    'CloseAccount',
    'StartTotp',
    'ConfirmTotp',
    'ToggleTotp',
    'ResetSecondFactors',
  ],
  users: ['RequestFriend', 'AnswerFriendRequest', 'Unfriend', 'CheckIn', 'SpinWheel'],
  ledger: ['BeginClosing'],
  finance: [
    'CreateWallet',
    'UpdateWallet',
    'DeleteWallet',
    'CreateCategory',
    'DeleteCategory',
    'CreateTransaction',
    'UpdateTransaction',
    'DeleteTransaction',
    'TransferBetweenWallets',
    'CreateBudget',
    'DeleteBudget',
  ],
  notify: [],
};
const NAMES = ['auth', 'users', 'ledger', 'finance', 'notify'] as const;

describe.each(NAMES)('%s', (name) => {
  test('every method is listed here with the level that its proto gives it', () => {
    const expected = Object.fromEntries<Level>([
      ...READS[name].map((method) => [method, 'NO_SIDE_EFFECTS'] as const),
      ...IDEMPOTENT[name].map((method) => [method, 'IDEMPOTENT'] as const),
      ...NEVER_REPEATED[name].map((method) => [method, 'IDEMPOTENCY_UNKNOWN'] as const),
    ]);
    const methods = Object.entries(
      loadProto(name).service as unknown as Record<string, { options: { idempotency_level: Level } }>,
    );
    expect(Object.fromEntries(methods.map(([method, { options }]) => [method, options.idempotency_level]))).toEqual(
      expected,
    );
  });

  test('every method states its level, and one that is never repeated says why', () => {
    const text = readFileSync(join(import.meta.dirname, `../../proto/florin/${name}/v1/${name}.proto`), 'utf8');
    const methods = text.match(/^ {2}rpc .*(?:;$|\{$[^]*?^ {2}\}$)/gm) ?? [];
    expect(methods).not.toHaveLength(0);
    for (const method of methods) {
      expect(method).toMatch(/option idempotency_level = \w+;/);
      if (method.includes('IDEMPOTENCY_UNKNOWN')) expect(method).toMatch(/\{\n +\/\/ /);
    }
  });
});

describe('a lost answer', () => {
  const tokens = createServiceTokens(TEST_SECRET, 'test');
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  /** A server of one method that does its work and whose first answer never arrives. */
  async function serve<D>(name: Name, method: string): Promise<{ address: string; calls: () => number }> {
    let calls = 0;
    const proxies: TcpProxy[] = [];
    const answer = () => {
      calls += 1;
      if (calls === 1) for (const proxy of proxies) proxy.cut();
      return Promise.resolve({});
    };
    const server = createGrpcServer<D>({
      address: { host: '127.0.0.1', port: 0 },
      definition: loadProto(name),
      methods: { [method]: answer } as unknown as GrpcMethods<D>,
      tokens,
      logger: createLogger('test', 'silent'),
      metrics: createMetrics('test', { defaults: false }),
    });
    const port = await server.start();
    closing.push(() => server.stop());
    const proxy = await startTcpProxy(`tcp://127.0.0.1:${port}`);
    proxies.push(proxy);
    closing.push(() => proxy.close());
    return { address: new URL(proxy.url).host, calls: () => calls };
  }

  test('of CheckIn is not asked for again: it could only be a CONFLICT', async () => {
    const { address, calls } = await serve<UsersServiceDefinition>('users', 'checkIn');
    const client = createGrpcClient<UsersServiceDefinition>({
      address,
      target: 'users',
      definition: loadProto('users'),
      tokens,
    });
    closing.push(() => {
      client.close();
    });
    await expect(client.checkIn({ userId: 'u' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(calls()).toBe(1);
  });

  test.each(['queryWallets', 'queryTransactions'] as const)('of %s is asked for again', async (method) => {
    const { address, calls } = await serve<FinanceServiceDefinition>('finance', method);
    const client = createGrpcClient<FinanceServiceDefinition>({
      address,
      target: 'finance',
      definition: loadProto('finance'),
      tokens,
    });
    closing.push(() => {
      client.close();
    });
    await expect(client[method]({ userId: 'u' })).resolves.toMatchObject({ total: 0 });
    expect(calls()).toBe(2);
  });
});
