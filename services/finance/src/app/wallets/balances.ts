import { invalidField } from '@florin/errors';
import { MAX_JSON_AMOUNT } from '@florin/money';
import type { AmountInput } from '../../domain/amount.ts';
import { isPositive, toMinor } from '../../domain/amount.ts';
import type { Wallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import type { Ledger, LedgerAccount } from './ports.ts';

/** A wallet with its money, minor units. */
export type WalletWithBalance = Wallet & { balance: bigint };

/** Adds the ledger's balances, in one call for all wallets. Throws UNAVAILABLE without the ledger. */
export async function withBalances(ledger: Ledger, wallets: readonly Wallet[]): Promise<WalletWithBalance[]> {
  return addBalances(wallets, await accountsOf(ledger, wallets));
}

/** The ledger's accounts of the wallets, in one call. Throws UNAVAILABLE without the ledger. */
export async function accountsOf(
  ledger: Ledger,
  wallets: readonly Wallet[],
): Promise<ReadonlyMap<string, LedgerAccount>> {
  const ids = wallets.flatMap(({ accountId }) => accountId ?? []);
  return ids.length === 0 ? new Map() : ledger.accounts(ids);
}

/** The limit is the ledger's too: a change whose answer was lost may stand there and not here. */
export function addBalances(
  wallets: readonly Wallet[],
  accounts: ReadonlyMap<string, LedgerAccount>,
): WalletWithBalance[] {
  return wallets.map((wallet) => {
    const account = accounts.get(wallet.accountId ?? '');
    return { ...wallet, creditLimit: (account ?? wallet).creditLimit, balance: account?.posted ?? 0n };
  });
}

const LARGE = 1_000_000_000_000n;

/**
 * Refuses money that would take a balance beyond what JSON can carry (2^53 - 1). Only large amounts are worth the
 * question: smaller ones need thousands of postings to get there.
 */
export async function refuseOverflow(
  { stores, ledger }: Pick<Deps, 'stores' | 'ledger'>,
  ownerId: string,
  { walletId, amount: input }: { walletId: string | undefined; amount: AmountInput | undefined },
): Promise<void> {
  if (input === undefined || walletId === undefined || !isPositive(input)) return;
  if ('minor' in input ? input.minor <= LARGE : input.major.length < 10) return;
  const wallet = await stores.wallets.find(ownerId, walletId);
  const [known] = wallet ? await withBalances(ledger, [wallet]) : [];
  if (known && known.balance + (known.creditLimit ?? 0n) + toMinor(input, known.currency) > MAX_JSON_AMOUNT) {
    throw invalidField('amount', `would take balance and credit limit beyond ${MAX_JSON_AMOUNT} minor units`);
  }
}
