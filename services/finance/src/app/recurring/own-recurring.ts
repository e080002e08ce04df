import { dayOf } from '@florin/calendar';
import { FlorinError, invalidField, notFound } from '@florin/errors';
import { requirePlan, type Recurring } from '../../domain/recurring/recurring.ts';
import { directionOf, typeOfNew } from '../../domain/transaction.ts';
import { requireOpen, type Wallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { refuseRaising } from '../operations/begin.ts';
import type { Tx } from '../ports.ts';

/** One of the person's, locked. Throws NOT_FOUND. */
export async function lockOwn(tx: Tx, ownerId: string, id: string): Promise<Recurring> {
  const recurring = await tx.recurring.find(ownerId, id, 'update');
  if (!recurring) throw notFound('Recurring transaction');
  return recurring;
}

/**
 * The plan with the type, direction and currency that its category and wallets give it. Throws NOT_FOUND, INVALID_ARGUMENT,
 * CONFLICT for a wallet that is not open or whose money comes over the ledger only.
 */
export async function completed(
  deps: Pick<Deps, 'clock' | 'noteIntoLedgerAccounts'>,
  tx: Tx,
  plan: Recurring,
): Promise<Recurring> {
  const { ownerId, walletId, toWalletId, categoryId, timeZone } = plan;
  requirePlan(plan, dayOf(deps.clock(), timeZone));
  const wallet = await openWallet(tx, ownerId, walletId, 'Wallet');
  if (toWalletId !== null) {
    const to = await openWallet(tx, ownerId, toWalletId, 'Destination wallet');
    if (to.id === wallet.id) throw invalidField('toWalletId', 'must be another wallet');
    if (to.currency !== wallet.currency) throw invalidField('toWalletId', 'must have the same currency');
    refuseRaising(deps, [{ direction: 'in', walletId: to.id }], [to]);
    return { ...plan, type: 'transfer', direction: 'out', categoryId: null, currency: wallet.currency };
  }
  if (categoryId === null) throw invalidField('categoryId', 'is required, unless toWalletId is given');
  const category = await tx.categories.find(ownerId, categoryId, { lock: 'share' });
  if (!category) throw notFound('Category');
  const type = typeOfNew(category, plan.type === 'transfer' ? undefined : plan.type);
  const direction = directionOf(type, plan.direction);
  refuseRaising(deps, [{ direction, walletId }], [wallet]);
  return { ...plan, type, direction, currency: wallet.currency };
}

async function openWallet(tx: Tx, ownerId: string, id: string, name: string) {
  const wallet: Wallet | undefined = await tx.wallets.find(ownerId, id, 'share');
  if (!wallet || wallet.status === 'archived') throw notFound(name);
  return requireOpen(wallet);
}

/** Throws INVALID_ARGUMENT on `startDate` when nothing of the plan is to come. */
export function requireNext(recurring: Recurring): Recurring {
  if (recurring.nextAt === null) throw invalidField('startDate', 'leaves no occurrence before the end');
  return recurring;
}

export function pausedTwice(): FlorinError {
  return new FlorinError('CONFLICT', 'Its wallet or category was deleted: change them first');
}
