import { setTimeout as wait } from 'node:timers/promises';
import { FlorinError, isErrorCode, isFlorinError, type ErrorCode } from '@florin/errors';
import type { Operation, OperationResult, Refusal } from '../../domain/ledger/operation.ts';
import type { OperationNeeds } from './ports.ts';
import { postToLedger } from './post.ts';
import { settlePosted, settleRefused } from './settle.ts';

/** Trouble that says nothing about the order itself: it stays pending and is tried again. */
export const PASSING: ReadonlySet<string> = new Set<ErrorCode>([
  'UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'INTERNAL',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  // a bug of ours: what was posted under the key must be looked at, not forgotten
  'IDEMPOTENCY_MISMATCH',
]);
/** Trouble that says that the ledger is away, and others wait for it too. */
export const AWAY: ReadonlySet<string> = new Set<ErrorCode>(['UNAVAILABLE', 'DEADLINE_EXCEEDED']);
const RELEASE_MS = 1_000;
const WAIT_MS = 3_000;
const POLL_MS = 50;

/**
 * Carries an operation to its end: ledger first, then the rows, and answers as it ended, also when it had ended before.
 * `mine`: the caller has just written it, so nobody else works on it; others wait for it or take it over when its time
 * has run out. Throws the ledger's refusal. Throws UNAVAILABLE or DEADLINE_EXCEEDED when the ledger gives no answer:
 * the operation stays pending, and the reconciler goes on with it.
 */
export async function runOperation(deps: OperationNeeds, operationId: string, mine: boolean): Promise<OperationResult> {
  const { operations } = deps.stores;
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const operation = await operations.find(operationId);
    if (!operation) throw new Error(`operation ${operationId} is gone`);
    if (operation.status !== 'pending') return answerOf(operation);
    if (mine || (await operations.claim(operationId, deps.clock()))) return answerOf(await carryOut(deps, operation));
    if (Date.now() > deadline) {
      throw new FlorinError('UNAVAILABLE', 'This is still being worked on; ask again', { retryAfterSeconds: 1 });
    }
    await wait(POLL_MS);
  }
}

/** Carries out an operation that the caller holds. */
export async function carryOut(deps: OperationNeeds, operation: Operation): Promise<Operation> {
  const { transact, clock } = deps;
  const posted = await postToLedger(deps, operation).catch((error: unknown) => ({ error }));
  if (!('error' in posted)) {
    const settled = await transact((tx) => settlePosted(deps, tx, operation, posted));
    deps.known.settled.add(operation.id);
    deps.nudge();
    await endOutage(deps);
    return settled;
  }
  const { error } = posted;
  if (!isFlorinError(error) || PASSING.has(error.code)) {
    return noteAway(deps, operation, error);
  }
  return transact((tx) => settleRefused(tx, operation.id, refusalOf(operation, error), clock()));
}

/** Lets an operation that the ledger gave no answer about be taken up soon. Throws `error`. */
export async function noteAway(deps: OperationNeeds, { id }: Operation, error: unknown): Promise<never> {
  const { stores, clock, outage } = deps;
  if (isFlorinError(error) && AWAY.has(error.code)) outage.noticed = true;
  // a failure here changes nothing: the claim runs out by itself
  await stores.operations.release(id, new Date(clock().getTime() + RELEASE_MS)).catch(() => undefined);
  throw error;
}

/** What is kept of the ledger's refusal. */
export function refusalOf({ action }: Operation, { code, message, errors }: FlorinError): Refusal {
  return { code, message, ...(action.kind === 'post-batch' ? { errors } : {}) };
}

/** The first answer of a ledger that was away: what waits for it, up to five minutes, is tried now. */
export async function endOutage({ outage, stores, clock }: OperationNeeds): Promise<void> {
  if (!outage.noticed) return;
  outage.noticed = false;
  await stores.operations.wakeAll(clock()).catch(() => {
    outage.noticed = true;
  });
}

/** The result of a finished operation. Throws the refusal of a refused one. */
export function answerOf({ id, status, result, error }: Operation): OperationResult {
  if (status === 'posted' && result) return result;
  if (error && isErrorCode(error.code))
    throw new FlorinError(error.code, error.message, { errors: error.errors ?? [] });
  throw new Error(`operation ${id} ended without an answer`);
}
