import type { Direction } from '../transaction.ts';

/** A transfer of the ledger as its event tells it. */
export interface LedgerTransfer {
  transferId: string;
  kind: string;
  fromUserId: string | null;
  toUserId: string | null;
  note: string;
  reference: string | null;
  /** signed minor units by account; an owner is null for a system account */
  entries: { accountId: string; ownerId: string | null; amount: bigint; currency: string }[];
  postedAt: Date;
}

/** What a transfer did to one account of a person. */
export interface Movement {
  ownerId: string;
  accountId: string;
  direction: Direction;
  amount: bigint;
  currency: string;
  /** the person on the other side */
  counterpartyId: string | null;
  type: 'income' | 'expense' | 'transfer' | 'adjustment';
  /** slug of the category it is filed under; null for transfers and adjustments */
  slug: string | null;
}

/** Points are no money: they never show among transactions. */
const POINTS = 'PTS';

/** The movements a transfer makes in people's accounts: one per account, by its net sum. */
export function movementsOf(transfer: LedgerTransfer): Movement[] {
  const nets = new Map<string, { accountId: string; ownerId: string; amount: bigint; currency: string }>();
  for (const { accountId, ownerId, amount, currency } of transfer.entries) {
    if (ownerId === null || currency === POINTS) continue;
    const sum = (nets.get(accountId)?.amount ?? 0n) + amount;
    nets.set(accountId, { accountId, ownerId, amount: sum, currency });
  }
  const moved = [...nets.values()].filter(({ amount }) => amount !== 0n);
  const within = moved.length > 1 && new Set(moved.map(({ ownerId }) => ownerId)).size === 1;
  return moved.map(({ accountId, ownerId, amount, currency }) => {
    const direction: Direction = amount > 0n ? 'in' : 'out';
    return {
      ownerId,
      accountId,
      direction,
      amount: amount > 0n ? amount : -amount,
      currency,
      counterpartyId: otherOf(transfer, ownerId),
      ...filed(transfer.kind, direction, within),
    };
  });
}

function otherOf({ fromUserId, toUserId }: LedgerTransfer, ownerId: string): string | null {
  const other = fromUserId === ownerId ? toUserId : fromUserId;
  return other === ownerId ? null : other;
}

const SLUGS: Record<string, { in: string; out: string }> = {
  deposit: { in: 'deposit', out: 'withdrawal' },
  withdrawal: { in: 'deposit', out: 'withdrawal' },
  peer: { in: 'money-received', out: 'money-sent' },
  capture: { in: 'money-received', out: 'payment' },
  refund: { in: 'refund', out: 'money-sent' },
};
const OTHER = { in: 'other-income', out: 'other-expense' };

function filed(kind: string, direction: Direction, within: boolean): Pick<Movement, 'type' | 'slug'> {
  if (kind === 'adjustment') return { type: 'adjustment', slug: null };
  if (within || kind === 'exchange') return { type: 'transfer', slug: null };
  return { type: direction === 'in' ? 'income' : 'expense', slug: (SLUGS[kind] ?? OTHER)[direction] };
}
