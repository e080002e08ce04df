import type { MemberWithWallet } from '../../../app/members/ports.ts';
import type { Member } from '../../../domain/members/member.ts';

export function memberView({ id, userId, role, status, invitedAt, answeredAt, endedAt }: Member) {
  return { id, userId, role, status, invitedAt, answeredAt, endedAt };
}

export function invitationView(invitation: MemberWithWallet) {
  const { id, walletId, walletName: name, currency, ownerId: userId, role, invitedAt } = invitation;
  return { id, wallet: { id: walletId, name, currency }, owner: { userId }, role, invitedAt };
}
