import { FlorinError, invalidField, isFlorinError, notFound } from '@florin/errors';
import { adjustmentRow } from '../../domain/adjustment.ts';
import { type AmountInput, toBalance } from '../../domain/amount.ts';
import type { When } from '../../domain/time/occurrence.ts';
import { requireOpen } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { beginPosting } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import type { Tx } from '../ports.ts';

export type Adjusting = OperationNeeds & Pick<Deps, 'noteIntoLedgerAccounts'>;

export interface Adjustment extends When {
  ownerId: string;
  walletId: string;
  /** what it is to hold */
  balance: AmountInput;
  description: string;
}

/** Carries what money of the wallet is on its way to its end: only then its balance says what there is to adjust. */
export async function finishPending(
  deps: OperationNeeds,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<void> {
  for (const pending of await deps.stores.operations.pendingOfWallet(ownerId, id)) {
    // its refusal is its own caller's
    await runOperation(deps, pending.id, false).catch((error: unknown) => {
      if (!isFlorinError(error) || error.code === 'UNAVAILABLE' || error.code === 'DEADLINE_EXCEEDED') throw error;
    });
  }
}

/**
 * Begins the operation that brings a wallet to a balance, while nothing else of it begins; returns its id, null when the
 * wallet holds that already. Throws NOT_FOUND, INVALID_ARGUMENT on `balance`, CONFLICT while money of it is on its way.
 */
export async function beginAdjustment(deps: Adjusting, tx: Tx, adjustment: Adjustment): Promise<string | null> {
  const { ownerId, walletId, balance, description, ...when } = adjustment;
  const found = await tx.wallets.find(ownerId, walletId, 'update');
  if (!found || found.status === 'archived') throw notFound('Wallet');
  const wallet = requireOpen(found);
  if ((await tx.operations.pendingOfWallet(ownerId, walletId)).length > 0) {
    throw new FlorinError('CONFLICT', 'Money of this wallet is on its way; try again in a moment');
  }
  const { currency, creditLimit, accountId } = wallet;
  const target = toBalance(balance, currency, 'balance');
  if (creditLimit !== null && target < -creditLimit) {
    throw invalidField('balance', creditLimit === 0n ? 'must not be below 0' : 'must be within the credit limit');
  }
  const current = (await deps.ledger.accounts([accountId])).get(accountId)?.posted ?? 0n;
  const row = adjustmentRow(current, target, description);
  if (!row) return null;
  const { amount } = row;
  const rows = [{ ...row, walletId, categoryId: null, ...when }];
  return beginPosting(deps, tx, { ownerId, amount, currency, rows, wallets: [wallet] });
}
