import { FlorinError, invalidField } from '@florin/errors';
import { MAX_JSON_AMOUNT, exponentOf } from '@florin/money';
import { openingRow } from '../../domain/adjustment.ts';
import { whenAt } from '../../domain/time/occurrence.ts';
import { pendingRow } from '../../domain/transaction.ts';
import { zoneOf } from '../owners/zone-of.ts';
import { type AmountInput, toBalance, toSum } from '../../domain/amount.ts';
import type { Wallet } from '../../domain/wallet.ts';
import { MAX_WALLETS, requireRoom } from '../../domain/limits.ts';
import { beginOperation } from '../operations/begin.ts';
import { runOperation } from '../operations/run.ts';
import { type OpenMainWallet, openMainWallet } from '../owners/open-main-wallet.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import type { Keyed, Once, Tx } from '../ports.ts';
import type { Deps } from '../index.ts';
import type { WalletWithBalance } from './balances.ts';

interface NewWallet {
  name: string;
  type: string;
  /** default: wallet */
  icon?: string | undefined;
  colour?: string | null | undefined;
  /** its place in lists; default: the last */
  order?: number | undefined;
  currency: string;
  description: string;
  /** how far it may go below zero; default: as far as it likes */
  creditLimit?: AmountInput | null | undefined;
  /** what it starts with, above or below zero, posted as an adjustment; default 0 */
  balance?: AmountInput | undefined;
}

/**
 * Opens a wallet and its ledger account, with an opening balance if asked for. A repeat with the same key gets the
 * first result. Throws INVALID_ARGUMENT for an unknown currency, LIMIT_EXCEEDED beyond 200 wallets,
 * IDEMPOTENCY_MISMATCH, UNAVAILABLE.
 */
export async function createWallet(
  deps: Pick<Deps, 'once'> & OpenMainWallet & OperationNeeds,
  { ownerId, key, ...input }: Keyed<NewWallet>,
): Promise<Once<WalletWithBalance>> {
  exponentOf(input.currency);
  if (input.currency === 'PTS') throw invalidField('currency', 'must be money; points have an account of their own');
  await openMainWallet(deps, ownerId);
  const zone = await zoneOf(deps, ownerId);
  const { body: operationId, replayed } = await deps.once(
    { scope: `${ownerId} create wallet`, key, request: input },
    (tx) => begin(deps, tx, { ...input, ownerId, zone }),
  );
  const { wallet } = await runOperation(deps, operationId, !replayed);
  if (!wallet) throw new FlorinError('INTERNAL', 'The wallet was opened without an answer');
  return { body: { ...wallet, balance: toBalance(input.balance, input.currency, 'balance') }, replayed };
}

async function begin(
  deps: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  input: NewWallet & { ownerId: string; zone: string | undefined },
): Promise<string> {
  requireRoom(await tx.wallets.count(input.ownerId), MAX_WALLETS, 'wallets');
  const now = deps.clock();
  const { ownerId, zone, name, type, currency, description, icon = 'wallet', colour = null } = input;
  const { order = await tx.wallets.lastOrder(ownerId) } = input;
  const opening = toBalance(input.balance, currency, 'balance');
  const creditLimit = input.creditLimit ? toSum(input.creditLimit, currency, 'creditLimit') : null;
  if (creditLimit !== null && opening < -creditLimit) {
    throw invalidField('balance', 'must not be further below 0 than the credit limit');
  }
  if (creditLimit !== null && opening + creditLimit > MAX_JSON_AMOUNT) {
    throw invalidField('creditLimit', `must be at most ${MAX_JSON_AMOUNT} minor units together with the balance`);
  }
  const stamps = { createdAt: now, updatedAt: now };
  const kind = { main: false, ledgerOwned: false, accountId: null, status: 'pending' as const };
  const wallet: Wallet = {
    id: deps.newId(),
    ownerId,
    name,
    type,
    ...{ icon, colour, order },
    currency,
    description,
    creditLimit,
    ...kind,
    ...stamps,
  };
  const operationId = deps.newId();
  const walletId = wallet.id;
  const action = { kind: 'open-wallet' as const, walletId, creditLimit, currency, opening };
  await tx.wallets.insert(wallet);
  await beginOperation(deps, tx, { id: operationId, ownerId, walletIds: [walletId], action });
  const adjustment = openingRow(opening);
  if (adjustment) {
    const stands = { ownerId, walletId, categoryId: null, currency, operationId };
    const row = { id: deps.newId(), ...adjustment, ...stands, ...whenAt(now, zone) };
    await tx.transactions.insert([pendingRow(row, now)]);
  }
  return operationId;
}
