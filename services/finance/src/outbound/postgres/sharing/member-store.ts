import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { MemberStore, MemberWithWallet } from '../../../app/members/ports.ts';
import { CURRENT, type Member } from '../../../domain/members/member.ts';
import { slice } from '../rows.ts';
import { createAccessQueries } from './access-query.ts';
import { endMemberships } from './end-query.ts';

type Row = Record<string, unknown>;
const read = (row: Row): Member => fromRow<Member>(row);

const BY_INVITATION = [
  ['invited_at', 'timestamptz'],
  ['id', 'uuid'],
] as const;

export function createMemberStore(knex: Knex): MemberStore {
  const table = () => knex<Row>('wallet_members');
  const current = async (where: Row, lock?: 'update') => {
    const query = table().where(where).whereIn('status', CURRENT);
    if (lock) void query.forUpdate();
    const row = await query.first();
    return row && read(row);
  };
  return {
    insert: async (member) => {
      await table().insert(toRow(member));
    },
    find: (ownerId, walletId, userId, lock) =>
      current({ owner_id: ownerId, wallet_id: walletId, user_id: userId }, lock),
    findOwn: (userId, walletId, lock) => current({ user_id: userId, wallet_id: walletId }, lock),
    lockInvitation: async (userId, id) => {
      const row = await table().where({ id, user_id: userId }).forUpdate().first();
      return row && read(row);
    },
    list: async (ownerId, walletId, statuses, cut) => {
      const rows = table().where({ owner_id: ownerId, wallet_id: walletId }).whereIn('status', statuses);
      return (await slice(rows, cut, BY_INVITATION, 'asc')).map(read);
    },
    invitations: (userId, cut) => invitations(knex, userId, cut),
    counts: async (ownerId, walletId) => {
      const { rows } = await knex.raw<{ rows: { ofWallet: string; open: string }[] }>(
        `select count(*) filter (where wallet_id = ?) as "ofWallet", count(*) filter (where status = 'invited') as open
         from wallet_members where owner_id = ? and status in ('invited', 'accepted')`,
        [walletId, ownerId],
      );
      return { ofWallet: Number(rows[0]?.ofWallet), open: Number(rows[0]?.open) };
    },
    joined: async (userId) => {
      const row = await table().where({ user_id: userId, status: 'accepted' }).count().first();
      return Number(row?.['count'] ?? 0);
    },
    asked: (ownerId, userId, since) => asked(knex, ownerId, userId, since),
    ...createAccessQueries(knex),
    update: async (id, changes) => {
      const [row] = await table().where({ id }).update(toRow(changes)).returning('*');
      if (!row) throw new Error(`membership ${id} is gone`);
      return read(row);
    },
    end: (ending, now) => endMemberships(knex, ending, now),
    setFrozen: async (userId, frozen, at) => {
      await knex.raw(
        `insert into frozen_people (user_id, frozen, changed_at) values (?, ?, ?)
         on conflict (user_id) do update set frozen = excluded.frozen, changed_at = excluded.changed_at
         where frozen_people.changed_at <= excluded.changed_at`,
        [userId, frozen, at],
      );
    },
    isAnyFrozen: async (userIds) =>
      (await knex<Row>('frozen_people').whereIn('user_id', userIds).where({ frozen: true }).first('user_id')) !==
      undefined,
  };
}

async function invitations(
  knex: Knex,
  userId: string,
  cut: Parameters<MemberStore['invitations']>[1],
): Promise<MemberWithWallet[]> {
  const open = knex('wallet_members as m')
    .join('wallets as w', { 'w.id': 'm.wallet_id', 'w.owner_id': 'm.owner_id' })
    .where({ 'm.user_id': userId, 'm.status': 'invited' })
    .select('m.*', 'w.name as wallet_name', 'w.currency');
  const rows = await slice(knex.from(open.as('invitations')).select<Row[]>(), cut, BY_INVITATION, 'asc');
  return rows.map((row) => fromRow<MemberWithWallet>(row));
}

async function asked(
  knex: Knex,
  ownerId: string,
  userId: string,
  since: Parameters<MemberStore['asked']>[2],
): ReturnType<MemberStore['asked']> {
  const { rows } = await knex.raw<{
    rows: { invited_at: Date; ended_at: Date | null; pair: boolean; status: string }[];
  }>(
    `select invited_at, ended_at, user_id = ? as pair, status from wallet_members
     where owner_id = ? and invited_at >= ? and (invited_at >= ? or (user_id = ? and status = 'declined'))
     order by invited_at desc`,
    [userId, ownerId, since.declined, since.invited, userId],
  );
  const invited = rows.filter((row) => row.invited_at >= since.invited);
  const declined = rows.filter((row) => row.pair && row.status === 'declined').map((row) => row.ended_at);
  return {
    invited: invited.map((row) => row.invited_at),
    pair: invited.filter(({ pair }) => pair).map((row) => row.invited_at),
    declined: declined.flatMap((at) => at ?? []).sort((a, b) => b.getTime() - a.getTime()),
  };
}
