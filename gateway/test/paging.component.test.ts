import { createHarness, type Harness } from './harness.ts';
import { ADA } from './support/writes.ts';

const CARD = '70517637501230004821';
/** What the services were asked for. */
const asked: { page?: number; size?: number; limit?: number }[] = [];
const page = ({ query }: { query: object }) => {
  asked.push(query);
  return Promise.resolve({ total: 3 });
};
let harness: Harness;
let headers: Record<string, string>;
beforeAll(async () => {
  harness = await createHarness(
    {},
    {},
    {
      users: { getMe: () => Promise.resolve({ me: { cardNumber: CARD } }) },
      finance: { queryWallets: page, queryTransactions: page, queryCategories: page, queryBudgets: page },
      ledger: {
        listPointsHistory: (request: object) => {
          asked.push(request);
          return Promise.resolve({});
        },
      },
    },
  );
  await harness.ready();
  headers = { authorization: `Bearer ${harness.token({ sub: ADA, email_verified: true })}` };
});
afterAll(() => harness.stop());
beforeEach(() => asked.splice(0));

const LISTS = [
  ...['wallet', 'transaction', 'category', 'budget'].flatMap((noun) => [
    [`/api/v1/finance/${noun}?`, 'page', 1_000_000] as const,
    [`/api/v1/finance/${noun}?`, 'size', 100] as const,
  ]),
  [`/user/uf-wallet/get-points-transactions?card_number=${CARD}&`, 'limit', 200] as const,
];
const get = (path: string) => harness.http.get(path, { headers });

describe.each(LISTS)('%s%s', (path, field, most) => {
  test.each(['2147483648', '999999999999', '9'.repeat(400)])('%s counts as the most there is', async (value) => {
    expect((await get(`${path}${field}=${value}`)).status).toBe(200);
    expect(asked).toMatchObject([{ [field]: most }]);
  });

  test.each(['0', '-1', '1.5', '1e3', 'abc', 'NaN', '0x10', ' 1', '١'])(
    '%s is refused, naming the field',
    async (value) => {
      const { status, body } = await get(`${path}${field}=${encodeURIComponent(value)}`);
      expect(status).toBe(400);
      expect(JSON.stringify(body).toLowerCase()).toContain(`${field} must be a whole number from 1`);
      expect(asked).toEqual([]);
    },
  );

  test('given twice is refused, given empty is as if it were not there', async () => {
    expect((await get(`${path}${field}=1&${field}=2`)).status).toBe(400);
    expect((await get(`${path}${field}=`)).status).toBe(200);
    expect(asked).toHaveLength(1);
  });
});

test('a page beyond the last one says so, and how many there are', async () => {
  const { body } = await get('/api/v1/finance/transaction?page=999999999999&size=10');
  expect(body).toMatchObject({
    message: 'No data to display',
    currentPage: 1_000_000,
    totalPages: 1,
    startItem: 0,
    endItem: 0,
    itemLength: 0,
    totalItems: 3,
    data: [],
  });
});
