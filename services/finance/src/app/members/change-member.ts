import { notFound } from '@florin/errors';
import type { Member, MemberRole } from '../../domain/members/member.ts';
import type { Deps } from '../index.ts';

interface ChangeMember {
  ownerId: string;
  walletId: string;
  userId: string;
  role: MemberRole;
}

/** Gives a member of one's own wallet, or one who is invited, another role. Throws NOT_FOUND. */
export async function changeMember(
  { transact, clock }: Pick<Deps, 'transact' | 'clock'>,
  { ownerId, walletId, userId, role }: ChangeMember,
): Promise<Member> {
  return transact(async (tx) => {
    const member = await tx.members.find(ownerId, walletId, userId, 'update');
    if (!member) throw notFound('Member');
    return tx.members.update(member.id, { role, updatedAt: clock() });
  });
}
