import { isFlorinError } from '@florin/errors';
import type { Operation } from '../../domain/ledger/operation.ts';
import type { Deps } from '../index.ts';
import type { Foreseen, Tx } from '../ports.ts';

/** An order of one person. Its reply is the id of its operation. */
export interface Order extends Foreseen {
  ownerId: string;
  /** what it will ask for */
  walletIds: readonly string[];
  categoryIds: readonly string[];
}

/** `operation` is the caller's to carry out; a replayed order's is somebody else's, and may have ended. */
export type Begun = { operation: Operation } | { replayedId: string };

/**
 * Writes the operations of several people's orders down in one transaction, each once per key. `begin` gets a transaction in
 * which the order's wallets and categories are locked and at hand. Answers in the order of the orders: what is begun, or why
 * not (NOT_FOUND, INVALID_ARGUMENT, IDEMPOTENCY_MISMATCH, ...), of which nothing is written.
 */
export async function beginTogether<O extends Order>(
  { onceEach }: Pick<Deps, 'onceEach'>,
  orders: readonly O[],
  begin: (tx: Tx, order: O) => Promise<unknown>,
): Promise<(Begun | Error)[]> {
  const begun = new Map<string, Operation>();
  const replies = await onceEach(orders, async (tx, fresh) => {
    begun.clear();
    const atHand = await rowsAtHand(tx, fresh, begun);
    const refused = new Map<O, Error>();
    for (const order of fresh) {
      try {
        await begin(atHand, order);
      } catch (error) {
        if (!isFlorinError(error)) throw error;
        refused.set(order, error);
      }
    }
    await tx.operations.insertAll([...begun.values()]);
    return refused;
  });
  return replies.map((reply) => {
    if (reply instanceof Error) return reply;
    const operation = begun.get(reply.body);
    return operation && !reply.replayed ? { operation } : { replayedId: reply.body };
  });
}

/** The transaction as one order sees it: what it asks for is known, and what it writes down is written with the others'. */
async function rowsAtHand(tx: Tx, orders: readonly Order[], begun: Map<string, Operation>): Promise<Tx> {
  const asked = (field: 'walletIds' | 'categoryIds') =>
    orders.flatMap((order) => order[field].map((id) => ({ ownerId: order.ownerId, id })));
  const categories = new Map((await tx.categories.lockAll(asked('categoryIds'))).map((each) => [each.id, each]));
  const wallets = new Map((await tx.wallets.lockAll(asked('walletIds'))).map((each) => [each.id, each]));
  const own = <Row extends { ownerId: string }>(row: Row | undefined, ownerId: string) =>
    row?.ownerId === ownerId ? row : undefined;
  return {
    ...tx,
    categories: {
      ...tx.categories,
      byIds: (ownerId, ids) => Promise.resolve(ids.flatMap((id) => own(categories.get(id), ownerId) ?? [])),
    },
    wallets: { ...tx.wallets, find: (ownerId, id) => Promise.resolve(own(wallets.get(id), ownerId)) },
    operations: {
      ...tx.operations,
      insert: (operation) => {
        begun.set(operation.id, operation);
        return Promise.resolve(true);
      },
    },
  };
}
