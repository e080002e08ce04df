import { FlorinError, invalidField } from '@florin/errors';
import { exponentOf } from '@florin/money';
import { openingRow } from '../../domain/adjustment.ts';
import type { AmountInput } from '../../domain/amount.ts';
import { toSum } from '../../domain/amount.ts';
import type { Wallet } from '../../domain/wallet.ts';
import { MOST_WALLETS, requireRoom } from '../limits.ts';
import { beginOperation } from '../operations/begin.ts';
import { runOperation } from '../operations/run.ts';
import type { OwnerSetup } from '../owner-setup.ts';
import type { Deps } from '../ports.ts';
import type { Stores } from '../store-ports.ts';
import type { WalletWithBalance } from './balances.ts';

export interface NewWallet {
  name: string;
  type: string;
  currency: string;
  description: string;
  /** how far it may go below zero; default 0 */
  creditLimit?: AmountInput | undefined;
  /** what it starts with, posted from outside as an adjustment; default 0 */
  balance?: AmountInput | undefined;
}

/**
 * Opens a wallet and its ledger account, with an opening balance if asked for. A repeat with the same key gets the
 * first answer. Throws INVALID_ARGUMENT for an unknown currency, LIMIT_EXCEEDED beyond 200 wallets,
 * IDEMPOTENCY_MISMATCH, UNAVAILABLE.
 */
export function createWallet(deps: Deps, setup: OwnerSetup) {
  return async (
    ownerId: string,
    input: NewWallet,
    key: string | undefined,
  ): Promise<{ wallet: WalletWithBalance; replayed: boolean }> => {
    exponentOf(input.currency);
    if (input.currency === 'PTS') throw invalidField('currency', 'must be money; points have an account of their own');
    await setup.mainWallet(ownerId);
    const { body: operationId, replayed } = await deps.db.idempotently(
      { scope: `${ownerId} create wallet`, key, request: input },
      (stores) => begin(deps, stores, ownerId, input),
    );
    const { wallet } = await runOperation(deps, operationId, !replayed);
    if (!wallet) throw new FlorinError('INTERNAL', 'The wallet was opened without an answer');
    return { wallet: { ...wallet, balance: toSum(input.balance, input.currency, 'balance') }, replayed };
  };
}

async function begin(deps: Deps, stores: Stores, ownerId: string, input: NewWallet): Promise<string> {
  requireRoom(await stores.wallets.count(ownerId), MOST_WALLETS, 'wallets');
  const now = deps.clock();
  const { name, type, currency, description } = input;
  const opening = toSum(input.balance, currency, 'balance');
  const creditLimit = toSum(input.creditLimit, currency, 'creditLimit');
  const stamps = { createdAt: now, updatedAt: now };
  const wallet: Wallet = {
    name,
    type,
    currency,
    description,
    creditLimit,
    id: deps.newId(),
    ownerId,
    main: false,
    ledgerOwned: false,
    accountId: null,
    status: 'pending',
    ...stamps,
  };
  const operationId = deps.newId();
  const walletId = wallet.id;
  const action = { kind: 'open-wallet' as const, walletId, creditLimit, currency, opening };
  await stores.wallets.insert(wallet);
  await beginOperation(deps, stores, { id: operationId, ownerId, walletIds: [walletId], action });
  if (opening > 0n) {
    await stores.transactions.insert([
      {
        ...openingRow(opening), ...stamps, id: deps.newId(), ownerId, walletId, categoryId: null, currency,
        occurredAt: now, counterpartyId: null, source: 'own', status: 'pending', transferId: null, operationId,
      }, // prettier-ignore
    ]);
  }
  return operationId;
}
