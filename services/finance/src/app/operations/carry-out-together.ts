import { type FlorinError, isFlorinError } from '@florin/errors';
import { createLimit } from '@florin/service-kit';
import type { Operation } from '../../domain/ledger/operation.ts';
import { touchedBy } from '../../domain/filing/touched.ts';
import { tellThresholdsOfAll } from '../budgets/thresholds.ts';
import type { Tx } from '../ports.ts';
import { keepsRows, writeNewRows, type KeepingRows } from './new-rows.ts';
import type { OperationNeeds, Outcome } from './ports.ts';
import { postToLedger } from './post.ts';
import type { Posted } from './posted.ts';
import { AWAY, carryOut, endOutage, noteAway, PASSING, refusalOf } from './run.ts';
import { settlePosted, settleRefused } from './settle.ts';

/** calls to the ledger under way, of those that are not posted in one */
const CALLS_AT_ONCE = 8;

/** What the ledger answered, or why it did not. */
interface Answered {
  operation: KeepingRows;
  answer: Posted | FlorinError;
}

/**
 * Carries operations of new rows, which the caller has just written, of several people to their ends: those of one posting in
 * one call of the ledger, then all rows in one transaction. Answers each as it ended, or why it is still pending. What fails as
 * a whole is done one by one, since all of it may be repeated.
 */
export async function carryOutTogether(
  deps: OperationNeeds,
  operations: readonly Operation[],
): Promise<PromiseSettledResult<Operation>[]> {
  const answered = await Promise.all(answersOf(deps, operations));
  const ended = new Map<string, Operation>();
  const settling = answered.flatMap((each) => ('answer' in each && !isPassing(each.answer) ? each : []));
  if (settling.length > 0) {
    await endOutage(deps);
    await deps
      .transact((tx) => settleTogether(deps, tx, settling))
      .then((settled) => settled.forEach((each) => ended.set(each.id, each)))
      // each is tried by itself below
      .catch(() => undefined);
    deps.nudge();
  }
  return Promise.allSettled(
    answered.map(async (each) => {
      if (!('answer' in each)) return carryOut(deps, each.operation);
      const { operation, answer } = each;
      if (isPassing(answer)) return noteAway(deps, operation, answer);
      const settled = ended.get(operation.id) ?? (await settleAlone(deps, each));
      if (settled.status === 'posted') deps.known.settled.add(operation.id);
      return settled;
    }),
  );
}

const isPassing = (answer: Posted | FlorinError): boolean => isFlorinError(answer) && PASSING.has(answer.code);

/** Without an answer: to be carried out alone. */
type Unanswered = { operation: Operation };

function answersOf(deps: OperationNeeds, operations: readonly Operation[]): Promise<Answered | Unanswered>[] {
  const orders = operations.flatMap(orderOf);
  const together = orders.length === 0 ? Promise.resolve([]) : deps.ledger.postEach(orders);
  const places = new Map(orders.map(({ operationId }, place) => [operationId, place]));
  const calls = createLimit(CALLS_AT_ONCE);
  return operations.map(async (operation) => {
    if (!keepsRows(operation)) return { operation };
    const place = places.get(operation.id);
    if (place !== undefined) return answerAmong(together, place, operation);
    const answer = calls.run(() => postToLedger(deps, operation));
    return answer.then(
      (posted) => ({ operation, answer: posted }),
      (error: unknown) => (isFlorinError(error) ? { operation, answer: error } : { operation }),
    );
  });
}

/** What is of one posting goes into the call of many. */
function orderOf({ id: operationId, ownerId, action }: Operation) {
  return action.kind === 'post-rows' && !action.second ? [{ ownerId, operationId, posting: action.posting }] : [];
}

async function answerAmong(
  answers: ReturnType<OperationNeeds['ledger']['postEach']>,
  place: number,
  operation: KeepingRows,
): Promise<Answered | Unanswered> {
  try {
    const answer = (await answers)[place];
    if (answer === undefined) return { operation };
    const isId = typeof answer === 'string';
    return { operation, answer: isId ? { transferIds: new Map([[operation.id, answer]]) } : answer };
  } catch (error) {
    // another may have caused it: this one asks again by itself, unless nobody is there to be asked
    return isFlorinError(error) && AWAY.has(error.code) ? { operation, answer: error } : { operation };
  }
}

/** Settles those that nobody else did meanwhile, and returns them. */
async function settleTogether(deps: OperationNeeds, tx: Tx, answered: readonly Answered[]): Promise<Operation[]> {
  const statuses = await tx.operations.lockStatuses(answered.map(({ operation }) => operation.id));
  const open = answered.filter(({ operation }) => statuses.get(operation.id) === 'pending');
  const posted = open.flatMap(({ operation, answer }) => (isFlorinError(answer) ? [] : { operation, posted: answer }));
  const written = await writeNewRows(deps, tx, posted);
  const leftBy = new Map(posted.map(({ operation }, index) => [operation.id, written[index]]));
  const outcomes = open.map(({ operation, answer }): Outcome => {
    const { id } = operation;
    if (isFlorinError(answer)) return { id, error: refusalOf(operation, answer) };
    const left = leftBy.get(id);
    if (!left) throw new Error(`operation ${id} left nothing`);
    return { id, result: left.result, action: left.action };
  });
  const touched = Map.groupBy(
    written.flatMap(({ rows }) => rows),
    ({ ownerId }) => ownerId,
  );
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
    isFlorinError(answer)
      ? settleRefused(tx, operation.id, refusalOf(operation, answer), deps.clock())
      : settlePosted(deps, tx, operation, answer),
  );
}
