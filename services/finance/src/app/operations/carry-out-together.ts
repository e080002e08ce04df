import { type FlorinError, isFlorinError } from '@florin/errors';
import type { Action, Operation } from '../../domain/ledger/operation.ts';
import { touchedBy } from '../../domain/filing/touched.ts';
import { postedRow } from '../../domain/transaction.ts';
import { tellThresholdsOfAll } from '../budgets/thresholds.ts';
import type { Tx } from '../ports.ts';
import { writeNewRows } from './new-rows.ts';
import type { OperationNeeds, Outcome } from './ports.ts';
import { AWAY, carryOut, endOutage, noteAway, PASSING, refusalOf } from './run.ts';
import { settlePosted, settleRefused } from './settle.ts';

/** One posting each. */
type Simple = Operation & { action: Extract<Action, { kind: 'post-rows' }> };

/** What the ledger answered: the id of the transfer, or why there is none. */
interface Answered {
  operation: Simple;
  answer: string | FlorinError;
}

/**
 * Carries operations of several people, which the caller has just written, to their ends: one call of the ledger, then all
 * rows in one transaction. Answers each as it ended, or why it is still pending. What fails as a whole is done one by one, since
 * all of it may be repeated.
 */
export async function carryOutTogether(
  deps: OperationNeeds,
  begun: readonly Operation[],
): Promise<PromiseSettledResult<Operation>[]> {
  if (begun.length === 0) return [];
  const operations = begun.map(requireSimple);
  const orders = operations.map(({ id, ownerId, action: { posting } }) => ({ ownerId, operationId: id, posting }));
  let answers: (string | FlorinError)[];
  try {
    answers = await deps.ledger.postEach(orders);
  } catch (error) {
    if (!isFlorinError(error) || !AWAY.has(error.code)) return alone(operations, (each) => carryOut(deps, each));
    return alone(operations, (each) => noteAway(deps, each, error));
  }
  await endOutage(deps);
  const ended = new Map<string, Operation>();
  const answered = operations.map((operation, index) => ({ operation, answer: answers[index] ?? '' }));
  const settling = answered.filter(({ answer }) => typeof answer === 'string' || !PASSING.has(answer.code));
  await deps
    .transact((tx) => settleTogether(deps, tx, settling))
    .then((settled) => settled.forEach((each) => ended.set(each.id, each)))
    // each is tried by itself below
    .catch(() => undefined);
  deps.nudge();
  return alone(answered, async (each) => {
    const { operation, answer } = each;
    if (typeof answer !== 'string' && PASSING.has(answer.code)) return noteAway(deps, operation, answer);
    const settled = ended.get(operation.id) ?? (await settleAlone(deps, each));
    if (settled.status === 'posted') deps.known.settled.add(operation.id);
    return settled;
  });
}

function requireSimple(operation: Operation): Simple {
  const { id, action } = operation;
  if (action.kind !== 'post-rows' || action.second) throw new Error(`operation ${id} is not of one posting`);
  return { ...operation, action };
}

function alone<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<Operation>,
): Promise<PromiseSettledResult<Operation>[]> {
  return Promise.allSettled(items.map(work));
}

/** Settles those that nobody else did meanwhile, and returns them. */
async function settleTogether(deps: OperationNeeds, tx: Tx, answered: readonly Answered[]): Promise<Operation[]> {
  const statuses = await tx.operations.lockStatuses(answered.map(({ operation }) => operation.id));
  const open = answered.filter(({ operation }) => statuses.get(operation.id) === 'pending');
  const now = deps.clock();
  const rows = await writeNewRows(
    tx,
    open.flatMap(({ operation: { action }, answer }) =>
      typeof answer === 'string' ? action.rows.map((row) => postedRow(row, answer, now)) : [],
    ),
  );
  const written = new Map(rows.map((row) => [row.id, row]));
  const outcomes = open.map(({ operation, answer }): Outcome => {
    const { id, action } = operation;
    if (typeof answer !== 'string') return { id, error: refusalOf(operation, answer) };
    const transactions = action.rows.flatMap((row) => written.get(row.id) ?? []);
    return { id, result: { transactions, wallet: null }, action: { ...action, rows: [] } };
  });
  const touched = Map.groupBy(rows, ({ ownerId }) => ownerId);
  await tellThresholdsOfAll(deps, tx, new Map([...touched].map(([ownerId, own]) => [ownerId, touchedBy(own)])));
  await tx.operations.finishAll(outcomes);
  return open.map(({ operation }, index) => endOf(operation, outcomes[index]));
}

function endOf(operation: Operation, outcome: Outcome | undefined): Operation {
  if (!outcome) throw new Error(`operation ${operation.id} has no outcome`);
  return 'error' in outcome
    ? { ...operation, status: 'refused', error: outcome.error }
    : { ...operation, status: 'posted', result: outcome.result, error: null };
}

/** Somebody else may have ended it: then it is answered as it is. */
function settleAlone(deps: OperationNeeds, { operation, answer }: Answered): Promise<Operation> {
  return deps.transact((tx) =>
    typeof answer === 'string'
      ? settlePosted(deps, tx, operation, { transferIds: new Map([[operation.id, answer]]) })
      : settleRefused(tx, operation.id, refusalOf(operation, answer), deps.clock()),
  );
}
