import { invalidField, notFound } from '@florin/errors';
import { adjustmentRow } from '../../domain/adjustment.ts';
import { whenAt } from '../../domain/time/occurrence.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { AmountInput } from '../../domain/amount.ts';
import { toSum } from '../../domain/amount.ts';
import type { Wallet } from '../../domain/wallet.ts';
import { requireOpen } from '../../domain/wallet.ts';
import { beginPosting } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { WalletWithBalance } from './balances.ts';
import { withBalances } from './balances.ts';

type Adjusting = OperationNeeds & Pick<Deps, 'noteIntoLedgerAccounts'>;

export interface WalletChanges {
  name?: string | undefined;
  type?: string | undefined;
  description?: string | undefined;
  /** another sum than the wallet holds is reached by an adjustment from or to outside */
  balance?: AmountInput | undefined;
  /** can't change; refused unless it is the wallet's */
  currency?: string | undefined;
}

/**
 * Changes what a wallet is called and, by an adjustment, what it holds. Its currency and credit limit are fixed. Throws
 * NOT_FOUND, CONFLICT while it is being opened or deleted, INSUFFICIENT_FUNDS when held money would be taken.
 */
export async function updateWallet(
  deps: Adjusting,
  { ownerId, id, changes }: { ownerId: string; id: string; changes: WalletChanges },
): Promise<WalletWithBalance> {
  const { balance, currency, ...names } = changes;
  const found = await deps.stores.wallets.find(ownerId, id);
  if (!found || found.status === 'archived') throw notFound('Wallet');
  if (currency !== undefined && currency !== found.currency) throw invalidField('currency', 'cannot change');
  const target = balance && toSum(balance, found.currency, 'balance');
  const [current] = await withBalances(deps.ledger, [requireOpen(found)]);
  const zone = target === undefined ? undefined : await zoneOf(deps, ownerId);
  const operationId = await deps.transact(async (tx) => {
    const wallet = await tx.wallets.find(ownerId, id, 'update');
    if (!wallet || wallet.status === 'archived') throw notFound('Wallet');
    if (target !== undefined) return adjust(deps, tx, wallet, { from: current?.balance ?? 0n, to: target, zone });
    await tx.wallets.update(id, names, deps.clock());
    return undefined;
  });
  if (operationId !== undefined) await runOperation(deps, operationId, true);
  // only now: a refused adjustment changes nothing, the names neither
  if (target !== undefined) await deps.stores.wallets.update(id, names, deps.clock());
  const wallet = await deps.stores.wallets.find(ownerId, id);
  const [changed] = wallet ? await withBalances(deps.ledger, [wallet]) : [];
  if (!changed) throw notFound('Wallet');
  return changed;
}

async function adjust(
  deps: Adjusting,
  tx: Tx,
  wallet: Wallet,
  { from, to, zone }: { from: bigint; to: bigint; zone: string | undefined },
): Promise<string | undefined> {
  const row = adjustmentRow(from, to, 'Balance adjusted');
  if (!row) return undefined;
  const { ownerId, currency, id: walletId } = wallet;
  return beginPosting(deps, tx, {
    ownerId,
    amount: row.amount,
    currency,
    rows: [{ ...row, walletId, categoryId: null, ...whenAt(deps.clock(), zone) }],
    wallets: [requireOpen(wallet)],
  });
}
