import { fromRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { Ending, MemberWithWallet } from '../../../app/members/ports.ts';
import { endOf } from '../../../domain/members/member.ts';

/** Ends memberships in one statement; returns them as they were. */
export async function endMemberships(
  knex: Knex,
  { side, otherId, invitedBefore, invitationsOnly = false }: Ending,
  now: Date,
): Promise<MemberWithWallet[]> {
  const by = 'ownerId' in side ? 'owner' : 'member';
  const open = knex('wallet_members')
    .where('ownerId' in side ? { owner_id: side.ownerId } : { user_id: side.userId })
    .whereIn('status', invitationsOnly ? ['invited'] : ['invited', 'accepted']);
  if (otherId !== undefined) void open.where(by === 'owner' ? { user_id: otherId } : { owner_id: otherId });
  if (invitedBefore) void open.where('invited_at', '<', invitedBefore);
  const { rows } = await knex.raw<{ rows: Record<string, unknown>[] }>(
    `with open as (?),
     ended as (
       update wallet_members m set status = case open.status when 'invited' then ? else ? end, ended_at = ?, updated_at = ?
       from open where m.id = open.id
     )
     select open.*, w.name as wallet_name, w.currency from open join wallets w on w.id = open.wallet_id order by open.id`,
    [
      open.select('*').orderBy('id').forUpdate(),
      endOf({ status: 'invited' }, by),
      endOf({ status: 'accepted' }, by),
      now,
      now,
    ],
  );
  return rows.map((row) => fromRow<MemberWithWallet>(row));
}
