import { FlorinError, type AskingLimits } from '@florin/errors';
import type { OpenWallet } from '../wallet.ts';

export const MEMBER_ROLES = ['reader', 'writer'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const MEMBER_STATUSES = ['invited', 'accepted', 'declined', 'withdrawn', 'left', 'removed'] as const;
type MemberStatus = (typeof MEMBER_STATUSES)[number];
/** Statuses of memberships that have not ended. */
export const CURRENT = ['invited', 'accepted'] as const satisfies readonly MemberStatus[];

/** How a person stands to a wallet of another one; asked anew after its end they are a new member. */
export interface Member {
  id: string;
  walletId: string;
  /** the wallet's */
  ownerId: string;
  userId: string;
  role: MemberRole;
  status: MemberStatus;
  invitedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  updatedAt: Date;
}

/** What somebody wants with a wallet: `own` is what its owner alone may do. */
export type Need = 'read' | 'write' | 'own';

export const ASKING: AskingLimits = { perDay: 20, perPairPerDay: 3, declineHours: 24 };

/** Throws FORBIDDEN when the role is not enough. */
export function requireRole(role: MemberRole, need: Need): void {
  if (need === 'read' || (need === 'write' && role === 'writer')) return;
  const message = need === 'own' ? 'Only the owner of this wallet may do this' : 'You may only read this wallet';
  throw new FlorinError('FORBIDDEN', message);
}

/** Throws CONFLICT for a wallet whose account is the ledger's own: what it holds is money. */
export function requireShareable({ ledgerOwned }: OpenWallet): void {
  if (ledgerOwned) throw new FlorinError('CONFLICT', 'This wallet holds money and cannot be shared');
}

/** What an open membership becomes when its owner's side ends it, or its member's. */
export function endOf({ status }: Pick<Member, 'status'>, by: 'owner' | 'member'): MemberStatus {
  if (status === 'invited') return by === 'owner' ? 'withdrawn' : 'declined';
  return by === 'owner' ? 'removed' : 'left';
}
