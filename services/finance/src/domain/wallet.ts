import { FlorinError } from '@florin/errors';
import type { MemberRole } from './members/member.ts';

/** pending: its ledger account is being opened; closing: its money is being posted out; archived: deleted by its owner. */
type WalletStatus = 'pending' | 'open' | 'closing' | 'archived';

/** Money a person keeps apart. The balance is the ledger's; here is only what the ledger does not know. */
export interface Wallet {
  id: string;
  ownerId: string;
  name: string;
  type: string;
  icon: string;
  /** `#rrggbb` */
  colour: string | null;
  /** lists go by it, then by age */
  order: number;
  currency: string;
  description: string;
  /** how far it may go below zero, minor units; null: there is no limit */
  creditLimit: bigint | null;
  /** bound to the ledger's main account */
  main: boolean;
  /** the ledger opened its account on its own: it holds money that came to the person, and can't be deleted */
  ledgerOwned: boolean;
  accountId: string | null;
  /** holds the money of a goal, and is in no list */
  goalId?: string | null;
  status: WalletStatus;
  /** of the one who looks, when it is not the owner */
  role?: MemberRole | null | undefined;
  createdAt: Date;
  updatedAt: Date;
}

export type OpenWallet = Wallet & { accountId: string; status: 'open' };

/** Throws CONFLICT unless money may move in and out of the wallet. */
export function requireOpen(wallet: Wallet): OpenWallet {
  if (wallet.status === 'open' && wallet.accountId !== null) return wallet as OpenWallet;
  throw new FlorinError(
    'CONFLICT',
    wallet.status === 'archived'
      ? 'This wallet was deleted'
      : `This wallet is being ${wallet.status === 'closing' ? 'deleted' : 'opened'}; try again in a moment`,
  );
}

/** Throws CONFLICT for a wallet whose account is the ledger's own: what it holds is money, and there is none below zero. */
export function refuseCredit({ ledgerOwned }: Wallet): void {
  if (ledgerOwned) throw new FlorinError('CONFLICT', 'This wallet holds money and cannot have a credit limit');
}

/** The least balance that those may leave who spend no more than there is: zero, or the credit that its owner has set. */
export function leastBalance({ creditLimit }: Wallet): bigint {
  return -(creditLimit ?? 0n);
}

/** Throws CONFLICT for a wallet whose account is the ledger's own. */
export function requireDeletable({ main, ledgerOwned, currency }: Wallet): void {
  if (!ledgerOwned) return;
  throw new FlorinError('CONFLICT', `The ${main ? 'main' : currency} wallet cannot be deleted`);
}

/** Throws CONFLICT for money that would be noted into an account whose money comes over the ledger only. */
export function refuseNotedMoney({ ledgerOwned, name }: Wallet): void {
  if (!ledgerOwned) return;
  throw new FlorinError('CONFLICT', `Money comes into the wallet ${name} by deposits and payments only`);
}

/** A wallet for an account the ledger opened on its own: the main one, or one in another currency. */
export function walletOfAccount(from: {
  id: string;
  ownerId: string;
  account: { id: string; currency: string };
  main: boolean;
  now: Date;
}): Wallet {
  const { id, ownerId, account, main, now } = from;
  return {
    id,
    ownerId,
    name: main ? 'Main' : account.currency,
    type: 'account',
    icon: 'wallet',
    colour: null,
    order: 0,
    currency: account.currency,
    description: '',
    creditLimit: 0n,
    main,
    ledgerOwned: true,
    accountId: account.id,
    status: 'open',
    createdAt: now,
    updatedAt: now,
  };
}
