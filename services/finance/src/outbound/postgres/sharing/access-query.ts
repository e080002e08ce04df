import { fromRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { Access, MemberStore } from '../../../app/members/ports.ts';

type Row = Record<string, unknown>;
const read = (row: Row): Access => fromRow<Access>(row);

/** Of `m`: accepted, and neither side is frozen. */
export const IN_FORCE = `m.status = 'accepted' and not exists (
  select from frozen_people f where f.user_id = any(array[m.owner_id, m.user_id]) and f.frozen)`;

/** What people may do with wallets of others; each finds the membership by its key. */
export function createAccessQueries(knex: Knex): Pick<MemberStore, 'access' | 'accessToRow' | 'lockAccess'> {
  const members = () => knex('wallet_members as m').whereRaw(IN_FORCE).select('m.owner_id', 'm.wallet_id', 'm.role');
  return {
    access: async (userId, walletIds) =>
      ((await members().where('m.user_id', userId).whereIn('m.wallet_id', walletIds)) as Row[]).map(read),
    accessToRow: async (userId, transactionId) => {
      const [row] = (await members()
        .join('transactions as t', { 't.wallet_id': 'm.wallet_id', 't.owner_id': 'm.owner_id' })
        .where({ 'm.user_id': userId, 't.id': transactionId, 't.status': 'posted' })) as Row[];
      return row && read(row);
    },
    lockAccess: async (userId, walletId) => {
      const [row] = (await members().where({ 'm.user_id': userId, 'm.wallet_id': walletId }).forShare('m')) as Row[];
      return row && read(row);
    },
  };
}
