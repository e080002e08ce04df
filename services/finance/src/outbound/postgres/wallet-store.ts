import type { Knex } from 'knex';
import { columns, fromRow, toRow } from '@florin/service-kit/postgres';
import type { Slice } from '../../app/ports.ts';
import type { WalletStore } from '../../app/wallets/ports.ts';
import type { Wallet } from '../../domain/wallet.ts';
import { IN_FORCE } from './sharing/access-query.ts';
import { BY_ORDER, lastOrder, lockPairs, reorder, slice } from './rows.ts';

const COLUMNS = columns<Omit<Wallet, 'role'>>({
  id: true,
  ownerId: true,
  name: true,
  type: true,
  icon: true,
  colour: true,
  order: true,
  currency: true,
  description: true,
  creditLimit: true,
  main: true,
  ledgerOwned: true,
  accountId: true,
  goalId: true,
  status: true,
  createdAt: true,
  updatedAt: true,
});
const read = (row: Record<string, unknown>): Wallet => fromRow<Wallet>(row, ['creditLimit']);

export function createWalletStore(knex: Knex): WalletStore {
  const table = () => knex<Record<string, unknown>>('wallets');
  return {
    insert: async (wallet) => {
      const rows = await table().insert(toRow(wallet)).onConflict().ignore().returning('id');
      return rows.length > 0;
    },
    find: async (ownerId, id, lock) => {
      const query = table().where({ owner_id: ownerId, id, goal_id: null });
      if (lock === 'share') void query.forShare();
      if (lock === 'update') void query.forUpdate();
      const row = await query.first(COLUMNS);
      return row && read(row);
    },
    lockAll: async (pairs) => {
      const wallets = (await lockPairs(knex, { table: 'wallets', columns: COLUMNS }, pairs)).map(read);
      return wallets.filter(({ goalId }) => goalId === null);
    },
    findMain: async (ownerId) => {
      const row = await table().where({ owner_id: ownerId, main: true }).first(COLUMNS);
      return row && read(row);
    },
    byAccounts: async (accountIds) => (await table().whereIn('account_id', accountIds)).map(read),
    byIds: async (ownerId, ids) => (await table().where({ owner_id: ownerId }).whereIn('id', ids)).map(read),
    newest: async (ownerId) => {
      const query = table().where({ owner_id: ownerId, status: 'open', goal_id: null });
      const row = await query.orderByRaw('main, created_at desc').first();
      return row && read(row);
    },
    list: async (ownerId, cut) => {
      const query = table().where({ owner_id: ownerId, goal_id: null }).whereIn('status', LISTED);
      return (await slice(query.select(COLUMNS), cut, BY_ORDER, 'asc')).map(read);
    },
    listWithShared: (userId, which, cut) => listWithShared(knex, userId, which, cut),
    count: async (ownerId) => {
      const own = table().where({ owner_id: ownerId, goal_id: null }).whereNot('status', 'archived');
      const row = await own.count().first();
      return Number(row?.['count'] ?? 0);
    },
    archiveAll: async (ownerId, now) => {
      const live = table().where({ owner_id: ownerId }).whereNot({ status: 'archived' });
      await live.update({ status: 'archived', updated_at: now });
    },
    lastOrder: (ownerId) => lastOrder(table().where({ owner_id: ownerId }).whereNot('status', 'archived')),
    reorder: (ownerId, ids, now) => reorder(knex, { table: 'wallets', ownerId, ids, now }),
    update: async (id, changes, now) => {
      const [row] = await table()
        .where({ id })
        .update({ ...toRow(changes), updated_at: now })
        .returning('*');
      if (!row) throw new Error(`wallet ${id} is gone`);
      return read(row);
    },
  };
}

const LISTED = ['open', 'closing'];

async function listWithShared(knex: Knex, userId: string, which: 'shared' | 'all', cut: Slice): Promise<Wallet[]> {
  const shared = knex('wallet_members as m')
    .join('wallets as w', { 'w.id': 'm.wallet_id', 'w.owner_id': 'm.owner_id' })
    .where('m.user_id', userId)
    .whereRaw(IN_FORCE)
    .whereIn('w.status', LISTED)
    .select('w.*', 'm.role');
  const own = knex('wallets')
    .where({ owner_id: userId, goal_id: null })
    .whereIn('status', LISTED)
    .select('*', knex.raw('null as role'));
  const all = which === 'all' ? own.unionAll([shared]) : shared;
  const rows = knex.from(all.as('wallets')).select<Record<string, unknown>[]>();
  return (await slice(rows, cut, BY_ORDER, 'asc')).map(read);
}
