import { text as textOf } from 'node:stream/consumers';
import { openZip } from '@florin/bank-files';
import { categoryOf, walletOf, type Person } from '../harness.ts';

export const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 7)]);

/** The bytes of a person's full export. */
export async function fullExport(person: Person): Promise<Buffer> {
  const reply = await fetch(`${person.url}/v1/exports/full`, { headers: person.headers });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return Buffer.from(await reply.arrayBuffer());
}

export type Content = Record<string, any[]>;

/** What a full export holds: records by kind, and attachments as base64. */
export async function contentOf(zip: Buffer): Promise<Content> {
  const read = async function* (from: number, to: number) {
    yield await Promise.resolve(zip.subarray(from, to));
  };
  const content: Content = {};
  for (const [name, entry] of await openZip({ size: zip.length, read }, 10_000)) {
    if (name.endsWith('.json') || name.endsWith('.jsonl')) {
      const lines = (await textOf(entry.content())).split('\n');
      content[name.split('.')[0] ?? ''] = lines.filter(Boolean).map((line) => JSON.parse(line) as object);
    } else {
      const [folder = '', id] = name.split('/');
      const pieces: Uint8Array[] = [];
      for await (const piece of entry.content()) pieces.push(piece);
      (content[`${folder} files`] ??= []).push({ id, bytes: Buffer.concat(pieces).toString('base64') });
    }
  }
  return content;
}

const made = async (reply: Promise<{ status: number; body: any }>) => {
  const { status, body } = await reply;
  expect(status < 300 ? undefined : body).toBeUndefined();
  return body;
};

/** One of everything a person may have in finance. */
export async function furnish(person: Person): Promise<{ cashId: string }> {
  const cash = await walletOf(person, { name: 'Cash', balance: 100_000, creditLimit: 5_000, colour: '#112233' });
  const euro = await walletOf(person, { name: 'Euro', currency: 'EUR', creditLimit: null, balance: -700 });
  const gone = await walletOf(person, { name: 'Gone', balance: 300, creditLimit: null });
  const food = await categoryOf(person);
  const pay = await categoryOf(person, 'income');
  const { id: below } = await made(
    person.post('/v1/categories', { name: 'Below', type: 'expense', icon: 'x', parentId: food }),
  );
  const order = { walletId: cash.id, description: 'Tea', date: '2026-11-05' };
  const tea = await made(
    person.post('/v1/transactions', {
      ...order,
      categoryId: food,
      amount: 250,
      note: 'two\nlines',
      tags: ['Rome', 'x'],
    }),
  );
  await made(
    person.post('/v1/transactions', { ...order, categoryId: pay, amount: 9_000, occurredAt: '2026-11-05T10:20:30Z' }),
  );
  const splits = [
    { categoryId: food, amount: 120, description: 'part' },
    { categoryId: below, amount: -20 },
  ];
  await made(person.post('/v1/transactions', { ...order, splits, amount: 100 }));
  await made(
    person.post('/v1/transactions', { ...order, categoryId: food, type: 'income', amount: 40, walletId: gone.id }),
  );
  const transfer = { fromWalletId: cash.id, toWalletId: gone.id, amount: 1_000 };
  await made(person.post('/v1/transactions/transfers', transfer));
  await made(person.post('/v1/transactions/transfers', { ...transfer, toWalletId: euro.id, toAmount: 900 }));
  const deleted = await made(person.post('/v1/transactions', { ...order, categoryId: food, amount: 1 }));
  await person.delete(`/v1/transactions/${deleted.id}`);
  await made(person.delete(`/v1/wallets/${gone.id}`));
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename="tea.png"',
  };
  await made(person.send('POST', `/v1/transactions/${tea.id}/attachments`, { rawBody: new Uint8Array(PNG), headers }));
  const { id: goalId } = await made(person.post('/v1/goals', { name: 'Boat', walletId: cash.id, target: 50_000 }));
  await made(person.post(`/v1/goals/${goalId}/pledge`, { amount: 2_000 }));
  const conditions = [
    { field: 'text', is: 'contains', value: 'tea' },
    { field: 'wallet', walletId: cash.id },
  ];
  const actions = { categoryId: below, addTags: ['filed'] };
  await made(person.post('/v1/rules', { name: 'Tea', match: 'all', conditions, actions }));
  const period = { period: 'month', rollover: 'both', rolloverCap: 500 };
  await made(person.post('/v1/budgets', { categoryIds: [food], amount: 300, currency: 'USD', ...period }));
  const plan = { amount: 700, frequency: 'monthly', startDate: '2027-01-31', lastDayOfMonth: true, walletId: cash.id };
  await made(person.post('/v1/recurring-transactions', { ...plan, categoryId: food, description: 'Rent' }));
  const { id: bankId } = await walletOf(person, { name: 'Bank', creditLimit: null });
  await made(person.post('/v1/recurring-transactions', { ...plan, toWalletId: bankId, description: 'Save' }));
  return { cashId: cash.id };
}
