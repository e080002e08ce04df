/**
 * `npm run demo`, with Florin running: makes two friends with balances, months of categorised transactions, budgets and
 * a pending payment request, through the public API only, and prints how to sign in as them.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createDemoClient, type DemoClient } from './client.ts';

const URL = process.env['FLORIN_URL'] ?? `http://localhost:${process.env['PORT'] ?? '8080'}`;
const MONTHS = 3;
const DAY_MS = 86_400_000;

interface Person extends DemoClient {
  id: string;
  email: string;
  password: string;
}

/** Register, read the code from the mailbox, verify, sign in. */
async function join(name: string, tag: string): Promise<Person> {
  const visitor = createDemoClient(URL);
  const username = `${name.split(' ')[0]?.toLowerCase() ?? 'demo'}_${tag}`;
  const email = `${username}@example.com`;
  const password = `demo-${randomBytes(6).toString('hex')}`;
  await visitor.post('/v1/auth/register', { email, password, name, username });
  await visitor.post('/v1/auth/verify-email', { email, code: await visitor.mailedCode(email) });
  const { accessToken, user } = await visitor.post<{ accessToken: string; user: { id: string } }>('/v1/auth/login', {
    identifier: email,
    password,
  });
  return { ...createDemoClient(URL, accessToken), id: user.id, email, password };
}

const SPENDING: [category: string, icon: string, day: number, amount: number][] = [
  ['Rent', 'home', 1, 90_000],
  ['Groceries', 'basket', 3, 6_420],
  ['Eating out', 'fork', 6, 3_890],
  ['Groceries', 'basket', 10, 7_115],
  ['Transport', 'bus', 12, 4_900],
  ['Eating out', 'fork', 17, 2_675],
  ['Groceries', 'basket', 21, 5_980],
];

async function monthsOfTransactions(person: Person): Promise<string> {
  const wallet = await person.post<{ id: string }>('/v1/wallets', { name: 'Everyday', type: 'bank', currency: 'USD' });
  const { data: given } = await person.get<{ data: { id: string; name: string }[] }>('/v1/categories?limit=100');
  const categories = new Map(given.map(({ id, name }) => [name, id]));
  const category = async (name: string, type: string, icon: string) => {
    const known =
      categories.get(name) ?? (await person.post<{ id: string }>('/v1/categories', { name, type, icon })).id;
    categories.set(name, known);
    return known;
  };
  const record = async (categoryId: string, amount: number, description: string, occurredAt: Date) => {
    await person.post('/v1/transactions', {
      walletId: wallet.id,
      categoryId,
      amount,
      description,
      occurredAt: occurredAt.toISOString(),
    });
  };
  const now = new Date();
  for (let back = MONTHS - 1; back >= 0; back -= 1) {
    const first = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1, 9);
    await record(await category('Monthly pay', 'income', 'star'), 240_000, 'Salary', new Date(first));
    for (const [name, icon, day, amount] of SPENDING) {
      const at = new Date(first + (day - 1) * DAY_MS + 3_600_000);
      if (at <= now) await record(await category(name, 'expense', icon), amount, name, at);
    }
  }
  return category('Eating out', 'expense', 'fork');
}

async function main(): Promise<void> {
  const tag = randomBytes(2).toString('hex');
  const [ada, ben] = await Promise.all([join('Ada Fern', tag), join('Ben Oak', tag)]);
  const request = await ada.post<{ id: string }>('/v1/friend-requests', { userId: ben.id });
  await ben.post(`/v1/friend-requests/${request.id}/accept`);
  await Promise.all([ada, ben].map((person) => person.post('/v1/deposits', { amount: 50_000, currency: 'USD' })));
  await ada.post('/v1/transfers', {
    to: { userId: ben.id },
    amount: 2_550,
    currency: 'USD',
    note: 'Dinner',
    visibility: 'friends',
  });
  await ben.post('/v1/payment-requests', { payerId: ada.id, amount: 1_800, currency: 'USD', note: 'Concert tickets' });
  const [eatingOut] = await Promise.all([ada, ben].map(monthsOfTransactions));
  const month = new Date().toISOString().slice(0, 7);
  const [year, monthNumber] = month.split('-').map(Number) as [number, number];
  const lastDay = new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();
  await ada.post('/v1/budgets', {
    categoryId: eatingOut,
    amount: 8_000,
    currency: 'USD',
    periodStart: `${month}-01`,
    periodEnd: `${month}-${lastDay}`,
  });
  console.log(`
Two friends are there:
  Ada Fern  ${ada.email}  ${ada.password}
  Ben Oak   ${ben.email}  ${ben.password}

Sign in, see the money, send some:
  TOKEN=$(curl -s ${URL}/v1/auth/login -H 'content-type: application/json' -d '{"identifier":"${ada.email}","password":"${ada.password}"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
  curl -s ${URL}/v1/wallets -H "authorization: Bearer $TOKEN"
  curl -s ${URL}/v1/transfers -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -H 'idempotency-key: ${randomUUID()}' -d '{"to":{"userId":"${ben.id}"},"amount":500,"currency":"USD","note":"Coffee"}'
`);
}

try {
  await main();
} catch (error) {
  console.error(`The demo could not be set up: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
