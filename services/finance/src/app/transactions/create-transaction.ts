import { invalidField, notFound } from '@florin/errors';
import { type AmountInput, isPositive, toPositive } from '../../domain/amount.ts';
import type { CategoryType } from '../../domain/category.ts';
import { type Direction, type Labels, type Transaction, directionOf } from '../../domain/transaction.ts';
import { mainCategory, requireExact } from '../../domain/filing/split.ts';
import { type Stated, whenOf } from '../../domain/time/occurrence.ts';
import { requireOpen } from '../../domain/wallet.ts';
import { type Covered, beginPosting } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import type { Deps } from '../index.ts';
import { provideLabels } from '../tags/provide-tags.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { Keyed, Once, Tx } from '../ports.ts';
import { categoriesFor, typeOfAll } from '../categories/filed-under.ts';
import { refuseOverflow } from '../wallets/balances.ts';

type Creating = OperationNeeds & Pick<Deps, 'once' | 'noteIntoLedgerAccounts'>;

/** `date`, `occurredAt` or both; default: now */
interface NewTransaction extends Stated, Covered, Partial<Labels> {
  /** missing ones are refused in the order category, amount, wallet */
  walletId: string | undefined;
  /** or `splits` */
  categoryId?: string | undefined;
  /** default: the category's */
  type?: CategoryType | undefined;
  /** default: as the type goes; a debt that goes out is paid back */
  direction?: Direction | undefined;
  /** more than 0 */
  amount: AmountInput | undefined;
  /** must be the wallet's when given */
  currency?: string | undefined;
  description: string;
}

/**
 * Records an income, expense or debt of a wallet and posts it in the ledger. A repeat with the same key gets the first
 * result. Throws NOT_FOUND (category, then wallet), INVALID_ARGUMENT, LIMIT_EXCEEDED for new tags, INSUFFICIENT_FUNDS, IDEMPOTENCY_MISMATCH,
 * UNAVAILABLE (it will be finished: ask again with the same key).
 */
export async function createTransaction(
  deps: Creating,
  { ownerId, key, ...input }: Keyed<NewTransaction>,
): Promise<Once<Transaction>> {
  await refuseOverflow(deps, ownerId, input);
  const zone = await zoneOf(deps, ownerId);
  const { body: operationId, replayed } = await deps.once(
    { scope: `${ownerId} create transaction`, key, request: input },
    (tx) => begin(deps, tx, { ...input, ownerId, zone }),
  );
  const { transactions } = await runOperation(deps, operationId, !replayed);
  const [transaction] = transactions;
  if (!transaction) throw new Error(`operation ${operationId} left no row`);
  return { body: transaction, replayed };
}

async function begin(
  deps: Creating,
  tx: Tx,
  input: NewTransaction & { ownerId: string; zone: string | undefined },
): Promise<string> {
  const { ownerId, zone, walletId, description, splits = [] } = input;
  const categories = await categoriesFor(tx, ownerId, input);
  if (input.amount === undefined || !isPositive(input.amount)) throw invalidField('amount', 'must be more than 0');
  if (walletId === undefined) throw invalidField('walletId', 'is required');
  const found = await tx.wallets.find(ownerId, walletId, 'share');
  if (!found || found.status === 'archived') throw notFound('Wallet');
  const wallet = requireOpen(found);
  const { currency } = wallet;
  if (input.currency !== undefined && input.currency !== currency) {
    throw invalidField('currency', `must be ${currency}, as the wallet`);
  }
  const type = typeOfAll(categories, input.type);
  const amount = toPositive(input.amount, currency);
  if (splits.length > 0) requireExact(splits, amount);
  const { note = '', tags = [] } = input;
  const row = {
    walletId,
    categoryId: splits.length > 0 ? mainCategory(splits) : (input.categoryId ?? null),
    type,
    direction: directionOf(type, input.direction),
    ...{ description, note, ...(await provideLabels(deps, tx, ownerId, { tags, splits })) },
    ...whenOf(input, zone, deps.clock()),
  };
  const order = { ownerId, covered: input.covered };
  return beginPosting(deps, tx, { ...order, amount, currency, rows: [row], wallets: [wallet] });
}
