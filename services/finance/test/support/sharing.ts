import { categoryOf, type Finance, type Person, walletOf } from '../harness.ts';

export type Role = 'reader' | 'writer';

/** Invites a person to a wallet; the reply. */
export const invite = (owner: Person, walletId: string, userId: string, role: Role = 'writer') =>
  owner.post(`/v1/wallets/${walletId}/members`, { userId, role });

export async function share(owner: Person, member: Person, walletId: string, role: Role): Promise<void> {
  const invited = await invite(owner, walletId, member.userId, role);
  expect(invited.status).toBe(201);
  const accepted = await member.post(`/v1/wallet-invitations/${String(invited.body.id)}/accept`, {});
  expect(accepted.status).toBe(200);
}

/** A wallet of 1,000 that Ada shares with a writer and a reader; with a category and a row of hers, and a stranger. */
export async function household(finance: Finance) {
  const [ada, writer, reader, stranger] = [finance.as(), finance.as(), finance.as(), finance.as()];
  const wallet = await walletOf(ada, { name: 'Household', balance: 1_000, creditLimit: null });
  const categoryId = await categoryOf(ada);
  await share(ada, writer, wallet.id, 'writer');
  await share(ada, reader, wallet.id, 'reader');
  const row = await ada.post('/v1/transactions', {
    walletId: wallet.id,
    categoryId,
    amount: 100,
    description: 'Bread',
  });
  expect(row.status).toBe(201);
  return { ada, writer, reader, stranger, wallet, categoryId, rowId: row.body.id as string };
}
export type Household = Awaited<ReturnType<typeof household>>;
