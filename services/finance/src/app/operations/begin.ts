import { postingsOf, rateOf } from '../../domain/ledger/exchange.ts';
import { coveredPosting } from '../../domain/ledger/posting.ts';
import type { When } from '../../domain/time/occurrence.ts';
import { type Action, type Operation, nextAttempt } from '../../domain/ledger/operation.ts';
import { type Labels, type Transaction, pendingRow } from '../../domain/transaction.ts';
import { refuseNotedMoney, type OpenWallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import type { Actor } from '../members/require-writer.ts';
import type { Tx } from '../ports.ts';

/** Writes a pending operation down; its creator has the time till the next attempt to carry it out alone. */
export async function beginOperation(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  operation: { id: string; ownerId: string; actorId?: string | undefined; walletIds: string[]; action: Action },
): Promise<Operation> {
  const now = clock();
  const { actorId = null, ...order } = operation;
  const whole: Operation = {
    ...order,
    actorId,
    status: 'pending',
    result: null,
    error: null,
    attempts: 0,
    nextAttemptAt: nextAttempt(0, now),
    createdAt: now,
  };
  await tx.operations.insert(whole);
  return whole;
}

export interface Covered {
  /** INSUFFICIENT_FUNDS unless the wallet that pays holds the money, or has it within a credit limit that was set */
  covered?: boolean | undefined;
}

export type NewRow = Pick<Transaction, 'walletId' | 'categoryId' | 'type' | 'direction' | 'description'> &
  When &
  Partial<Labels>;

interface Order extends Covered, Actor {
  amount: bigint;
  currency: string;
  /** what comes in, when that is of another currency */
  into?: Pick<Transaction, 'amount' | 'currency'> | undefined;
  rows: NewRow[];
  wallets: OpenWallet[];
  /** default: a new one */
  operationId?: string;
}

/**
 * Writes down the operation that will post new rows, which stand in it until they are posted: one row moves money in or out, two rows
 * (one in, one out) move it between own wallets, between two currencies by a posting for each. Answers the operation's id. Throws CONFLICT where noted money may not go.
 */
export async function beginPosting(
  deps: Pick<Deps, 'clock' | 'newId' | 'noteIntoLedgerAccounts'>,
  tx: Tx,
  order: Order,
): Promise<string> {
  const { ownerId, actorId, amount, currency, into, wallets, covered = false } = order;
  refuseRaising(deps, order.rows, wallets);
  const { operationId = deps.newId() } = order;
  const now = deps.clock();
  const exchanged = into ? { rate: rateOf({ amount, currency }, into), corrected: true } : {};
  const rows = order.rows.map((row) => {
    const money = row.direction === 'in' && into ? into : { amount, currency };
    const createdBy = actorId ?? null;
    const made = { ...row, ...money, id: deps.newId(), ownerId, operationId: null, createdBy };
    return { ...pendingRow(made, now), ...exchanged };
  });
  const [asked, second] = postingsOf(operationId, rows, accountsOf(wallets));
  const posting = covered ? coveredPosting(asked, wallets) : asked;
  const walletIds = wallets.map(({ id }) => id);
  await beginOperation(deps, tx, {
    id: operationId,
    ownerId,
    actorId,
    walletIds,
    action: { kind: 'post-rows', posting, second, rows },
  });
  return operationId;
}

/** Throws CONFLICT where rows would note money into wallets that hold real money. */
export function refuseRaising(
  deps: Pick<Deps, 'noteIntoLedgerAccounts'>,
  rows: readonly Pick<Transaction, 'direction' | 'walletId'>[],
  wallets: readonly OpenWallet[],
): void {
  if (deps.noteIntoLedgerAccounts) return;
  const raised = new Set(rows.filter(({ direction }) => direction === 'in').map(({ walletId }) => walletId));
  wallets.filter(({ id }) => raised.has(id)).forEach(refuseNotedMoney);
}

export function accountsOf(wallets: readonly OpenWallet[]): (walletId: string) => string {
  return (walletId) => {
    const wallet = wallets.find(({ id }) => id === walletId);
    if (!wallet) throw new Error(`wallet ${walletId} is not at hand`);
    return wallet.accountId;
  };
}
