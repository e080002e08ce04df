import { invalidField, notFound } from '@florin/errors';
import { createGather, type Gather } from '@florin/service-kit';
import { type AmountInput, isPositive, toPositive } from '../../domain/amount.ts';
import type { Operation } from '../../domain/ledger/operation.ts';
import type { CategoryType } from '../../domain/category.ts';
import { type Direction, type Labels, type Transaction, directionOf } from '../../domain/transaction.ts';
import { categoriesOf, mainCategory, requireExact } from '../../domain/filing/split.ts';
import { type Stated, whenOf } from '../../domain/time/occurrence.ts';
import { requireOpen } from '../../domain/wallet.ts';
import { type Covered, beginPosting, refuseRaising } from '../operations/begin.ts';
import { type Order, beginTogether } from '../operations/begin-together.ts';
import { carryOutTogether } from '../operations/carry-out-together.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { answerOf, runOperation } from '../operations/run.ts';
import type { Deps } from '../index.ts';
import { type Actor, requireWriter } from '../members/require-writer.ts';
import { provideLabels } from '../tags/provide-tags.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { Keyed, Once, Tx } from '../ports.ts';
import { categoriesFor, typeOfAll } from '../categories/filed-under.ts';
import { refuseOverflow } from '../wallets/balances.ts';

type Creating = OperationNeeds & Pick<Deps, 'onceEach' | 'creates' | 'noteIntoLedgerAccounts'>;

/** One of many that are begun, posted and settled together. */
export interface CreateOrder extends Order, Actor {
  input: NewTransaction;
  zone: string | undefined;
}

/** How it ended, or the id of the operation that an earlier request of the key has begun. */
export type Created = { operation: Operation } | { replayedId: string };

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

/** Gathers what everybody creates at the same time; a repeat with a key never goes beside its first request. */
export const gatherCreates = (): Gather<CreateOrder, Created> =>
  createGather({
    maximum: 64,
    lanes: 4,
    lateMs: 10,
    maxWaiting: 2_000,
    apart: ({ scope, key }) => (key === undefined ? undefined : JSON.stringify([scope, key])),
  });

/**
 * Records an income, expense or debt of a wallet and posts it in the ledger. A repeat with the same key gets the first
 * result. Throws NOT_FOUND (category, then wallet), INVALID_ARGUMENT, LIMIT_EXCEEDED for new tags, INSUFFICIENT_FUNDS, IDEMPOTENCY_MISMATCH,
 * UNAVAILABLE (it will be finished: ask again with the same key).
 */
export async function createTransaction(
  deps: Creating,
  { ownerId, actorId, key, ...input }: Keyed<NewTransaction>,
): Promise<Once<Transaction>> {
  await refuseOverflow(deps, ownerId, input);
  const order = {
    ...{ ownerId, actorId, input, zone: await zoneOf(deps, ownerId) },
    ...{ scope: `${actorId ?? ownerId} create transaction`, key, request: input, reply: deps.newId() },
    walletIds: input.walletId === undefined ? [] : [input.walletId],
    categoryIds: categoriesOf([{ categoryId: input.categoryId ?? null, splits: input.splits ?? [] }]),
  };
  const created = await deps.creates.run(order, (orders) => createTogether(deps, orders));
  const replayed = 'replayedId' in created;
  const result = replayed ? await runOperation(deps, created.replayedId, false) : answerOf(created.operation);
  const [transaction] = result.transactions;
  if (!transaction) throw new Error('a transaction was created without a row');
  return { body: transaction, replayed };
}

/** Several people's orders: one transaction begins them, one call posts them, and one transaction settles them. */
async function createTogether(
  deps: Creating,
  orders: readonly CreateOrder[],
): Promise<PromiseSettledResult<Created>[]> {
  const begun = await beginTogether(deps, orders, (tx, order) => begin(deps, tx, order));
  const operations = begun.flatMap((each) => ('operation' in each ? each.operation : []));
  const ended = await carryOutTogether(deps, operations);
  const outcomes = new Map(operations.map(({ id }, index) => [id, ended[index]]));
  return begun.map((each): PromiseSettledResult<Created> => {
    if (each instanceof Error) return { status: 'rejected', reason: each };
    if ('replayedId' in each) return { status: 'fulfilled', value: each };
    const outcome = outcomes.get(each.operation.id);
    if (outcome?.status === 'fulfilled') return { status: 'fulfilled', value: { operation: outcome.value } };
    return outcome ?? { status: 'rejected', reason: new Error('an operation has no outcome') };
  });
}

async function begin(deps: Creating, tx: Tx, order: CreateOrder): Promise<void> {
  const { ownerId, actorId, zone, reply: operationId, input } = order;
  const { walletId, description, splits = [] } = input;
  const categories = await categoriesFor(tx, ownerId, input);
  if (input.amount === undefined || !isPositive(input.amount)) throw invalidField('amount', 'must be more than 0');
  if (walletId === undefined) throw invalidField('walletId', 'is required');
  await requireWriter(tx, order, walletId);
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
  const direction = directionOf(type, input.direction);
  refuseRaising(deps, [{ direction, walletId }], [wallet]);
  const row = {
    walletId,
    categoryId: splits.length > 0 ? mainCategory(splits) : (input.categoryId ?? null),
    type,
    direction,
    ...{ description, note, ...(await provideLabels(deps, tx, ownerId, { tags, splits })) },
    ...whenOf(input, zone, deps.clock()),
  };
  const rows = [row];
  const posting = { ownerId, actorId, operationId, covered: input.covered, amount, currency, rows, wallets: [wallet] };
  await beginPosting(deps, tx, posting);
}
