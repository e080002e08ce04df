import { notFound } from '@florin/errors';
import { whenOf } from '../../domain/time/occurrence.ts';
import { touchedBy } from '../../domain/filing/touched.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { tellThresholds } from '../budgets/thresholds.ts';
import type { Deps } from '../index.ts';
import { type Covered, beginOperation } from '../operations/begin.ts';
import { runOperation } from '../operations/run.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { Keyed, Tx } from '../ports.ts';
import { type Actor, requireMayChange } from '../members/require-writer.ts';
import { provideLabels } from '../tags/provide-tags.ts';
import { type Changeable, type Changing, changeTransaction } from './changeable.ts';
import {
  type Said,
  type TransactionChanges,
  movesMoney,
  nextOf,
  planChange,
  refuseMovedDay,
  saidOf,
} from './plan-change.ts';

type Updating = Changing & Pick<Deps, 'noteIntoLedgerAccounts'>;

/**
 * Changes a transaction, once per key. Another amount posts the difference, another wallet or direction takes the old posting back and
 * makes a new one, both or none. Throws NOT_FOUND, INVALID_ARGUMENT, CONFLICT for what a recorded transfer dictates,
 * LIMIT_EXCEEDED for new tags, INSUFFICIENT_FUNDS (the old values stay).
 */
export async function updateTransaction(
  deps: Updating,
  { ownerId, actorId, key, ...input }: Keyed<Covered & { id: string; changes: TransactionChanges }>,
): Promise<Transaction> {
  const { id, changes, covered } = input;
  const { date, occurredAt } = changes;
  const isMoved = date !== undefined || occurredAt !== undefined;
  const when = isMoved ? whenOf({ date, occurredAt }, await zoneOf(deps, ownerId), deps.clock()) : undefined;
  const asked = { ownerId, id, scope: `${actorId ?? ownerId} update transaction`, key, request: input };
  const { body: outcome, replayed } = await changeTransaction(deps, asked, async (tx, found) => {
    const { row } = found;
    await requireMayChange(tx, { ownerId, actorId }, row, changes.walletId);
    const next = await nextOf(tx, row, changes);
    const said = { ...(await provideLabels(deps, tx, ownerId, saidOf(row, changes), row)), ...when };
    if (movesMoney(row, next)) {
      return { row: null, operationId: await beginChange(deps, tx, found, { next, covered, said, actorId }) };
    }
    const changed = await rewrite(deps, tx, found, { ...said, type: next.type });
    await tellThresholds(deps, tx, ownerId, touchedBy([row, changed]));
    return { row: changed, operationId: '' };
  });
  deps.nudge();
  if (outcome.row) return outcome.row;
  const { transactions } = await runOperation(deps, outcome.operationId, !replayed);
  const changed = transactions.find((row) => row.id === id);
  if (!changed) throw notFound('Transaction');
  return changed;
}

/** Begins the operation that brings the posting in line with the row as it is to become; returns the operation's id. */
async function beginChange(
  deps: Updating,
  tx: Tx,
  found: Changeable,
  { actorId, ...change }: Omit<Parameters<typeof planChange>[3], 'key'> & Pick<Actor, 'actorId'>,
): Promise<string> {
  const id = deps.newId();
  const { postings, changes, wallets } = await planChange(deps, tx, found, { ...change, key: id });
  await beginOperation(deps, tx, {
    id,
    ownerId: found.row.ownerId,
    actorId,
    walletIds: wallets.map((wallet) => wallet.id),
    action: { kind: 'replace', postings, changes },
  });
  const ids = found.rows.map((each) => each.id);
  await tx.transactions.setOperation(ids, id, deps.clock());
  return id;
}

async function rewrite(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  { row, rows }: Changeable,
  changes: Said & Pick<Transaction, 'type'>,
): Promise<Transaction> {
  refuseMovedDay(row, changes);
  const ids = rows.map((each) => each.id);
  const changed = await tx.transactions.update(ids, changes, clock());
  return changed.find((each) => each.id === row.id) ?? row;
}
