import { invalidField, notFound } from '@florin/errors';
import { type AmountInput, toSum } from '../../domain/amount.ts';
import { whenAt } from '../../domain/time/occurrence.ts';
import { refuseCredit, requireOpen } from '../../domain/wallet.ts';
import { runOperation } from '../operations/run.ts';
import { zoneOf } from '../owners/zone-of.ts';
import { type Adjusting, beginAdjustment, finishPending } from './adjust-balance.ts';
import type { Deps } from '../index.ts';
import type { Keyed } from '../ports.ts';
import type { WalletWithBalance } from './balances.ts';
import { getWallet } from './get-wallet.ts';

export interface WalletChanges {
  name?: string | undefined;
  type?: string | undefined;
  icon?: string | undefined;
  colour?: string | null | undefined;
  order?: number | undefined;
  description?: string | undefined;
  /** another sum than the wallet holds is reached by an adjustment from or to outside */
  balance?: AmountInput | undefined;
  /** how far it may go below zero; null: as far as it likes */
  creditLimit?: AmountInput | null | undefined;
  /** can't change; refused unless it is the wallet's */
  currency?: string | undefined;
}

interface UpdateWallet {
  id: string;
  changes: WalletChanges;
}

/**
 * Changes what a wallet is called, how far it may go below zero, and, by an adjustment made once per key, what it holds. Its currency is
 * fixed. Throws NOT_FOUND, INVALID_ARGUMENT, CONFLICT while it is being opened or deleted, or when it is further below
 * zero than the new limit, INSUFFICIENT_FUNDS when held money would be taken.
 */
export async function updateWallet(
  deps: Adjusting & Pick<Deps, 'once'>,
  { ownerId, key, id, changes }: Keyed<UpdateWallet>,
): Promise<WalletWithBalance> {
  const { balance, creditLimit, currency, ...names } = changes;
  const found = await deps.stores.wallets.find(ownerId, id);
  if (!found || found.status === 'archived') throw notFound('Wallet');
  if (currency !== undefined && currency !== found.currency) throw invalidField('currency', 'cannot change');
  if (balance !== undefined && creditLimit !== undefined) {
    // one may be refused when the other is done
    throw invalidField('creditLimit', 'cannot change together with balance');
  }
  const { accountId } = requireOpen(found);
  if (balance !== undefined) await adjust(deps, { ownerId, key, id, balance });
  if (creditLimit !== undefined) {
    refuseCredit(found);
    await deps.ledger.setCreditLimit(
      ownerId,
      accountId,
      creditLimit && toSum(creditLimit, found.currency, 'creditLimit'),
    );
  }
  // only now: what is refused above changes nothing, the names neither
  await deps.transact(async (tx) => {
    const wallet = await tx.wallets.find(ownerId, id, 'update');
    if (!wallet || wallet.status === 'archived') throw notFound('Wallet');
    // of two changes at once the ledger tells which was the last
    const account = creditLimit === undefined ? undefined : (await deps.ledger.accounts([accountId])).get(accountId);
    await tx.wallets.update(id, { ...names, ...(account && { creditLimit: account.creditLimit }) }, deps.clock());
  });
  return getWallet(deps, { ownerId, id });
}

async function adjust(
  deps: Adjusting & Pick<Deps, 'once'>,
  { ownerId, key, ...request }: Keyed<{ id: string; balance: AmountInput }>,
): Promise<void> {
  const { id, balance } = request;
  await finishPending(deps, { ownerId, id });
  const when = whenAt(deps.clock(), await zoneOf(deps, ownerId));
  const adjustment = { ownerId, walletId: id, balance, description: 'Balance adjusted', ...when };
  const asked = { scope: `${ownerId} update wallet`, key, request };
  const { body: operationId, replayed } = await deps.once(asked, (tx) => beginAdjustment(deps, tx, adjustment));
  if (operationId !== null) await runOperation(deps, operationId, !replayed);
}
