import type { Account, Transfer } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import type { IconName } from '../../ui/icon.tsx';

/** A transfer as one person sees it. */
export interface SeenTransfer {
  out: boolean;
  /** negative when it left */
  signed: number;
  currency: string;
  other: { id: string; name: string; username: string; hasPicture: boolean } | null;
  title: string;
  icon: IconName;
}

export function seen(transfer: Transfer, accounts: readonly Account[]): SeenTransfer {
  const own = new Set(accounts.map((account) => account.id));
  const out = own.has(transfer.from.accountId);
  const other = (out ? transfer.to.person : transfer.from.person) ?? null;
  return {
    out,
    signed: out ? -transfer.amount : transfer.amount,
    currency: transfer.currency,
    other,
    title: other?.name ?? (transfer.note || kindName(transfer.kind)),
    icon: ICONS[transfer.kind] ?? 'wallet',
  };
}

const ICONS: Record<string, IconName> = {
  deposit: 'bank',
  withdrawal: 'bank',
  refund: 'undo',
  reversal: 'undo',
  exchange: 'globe',
};

export function kindName(kind: string): string {
  const names: Record<string, () => string> = {
    deposit: () => t('Added money'),
    withdrawal: () => t('Paid out'),
    peer: () => t('Payment'),
    wallet: () => t('Wallet'),
    refund: () => t('Refund'),
    reversal: () => t('Reversal'),
    capture: () => t('Held payment'),
    exchange: () => t('Exchange'),
    points: () => t('Points'),
    adjustment: () => t('Adjustment'),
  };
  return (names[kind] ?? (() => t('Payment')))();
}

export function statusName(status: Transfer['status']): string | undefined {
  if (status === 'posted') return undefined;
  if (status === 'reversed') return t('Reversed');
  return status === 'refunded' ? t('Refunded') : t('Partly refunded');
}
