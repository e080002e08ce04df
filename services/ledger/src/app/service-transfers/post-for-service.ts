import { type FlorinError, invalidField, isFlorinError, notFound } from '@florin/errors';
import type { AccountIdentity } from '../../domain/posting/account.ts';
import { NEIGHBOUR_REFUSED } from '../../domain/posting/decide-batch.ts';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import { alsoCountsAt } from '../../domain/posting/limits.ts';
import type { Outcome, Posting } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import { grantPoints } from '../points/grant-points.ts';
import { spendPoints } from '../points/spend-points.ts';
import { type Parties, type ServiceTransfer, findParties, knownParties } from './find-parties.ts';

export interface PostForService {
  /** the service that asks */
  service: string;
  /** a FlorinError in the place of a malformed one */
  requests: readonly (ServiceTransfer | FlorinError)[];
  atomic: boolean;
}

/**
 * Posts transfers another service asks for, each once per calling service and key. Refusals (NOT_FOUND,
 * INSUFFICIENT_FUNDS, ...) are outcomes in the order of the requests; with `atomic`, one refusal refuses all.
 */
export async function postForService(deps: Deps, { service, requests, atomic }: PostForService): Promise<Outcome[]> {
  const made = await settled(requests.map((request) => attempt(deps, { service, atomic }, request)));
  const faulty = made.some((result) => 'status' in result && result.status === 'refused');
  if (atomic && faulty) {
    return made.map((result): Outcome => ('status' in result ? result : NEIGHBOUR_REFUSED));
  }
  const posted = await deps.poster.post(
    made.filter((result): result is Posting => !('status' in result)),
    { atomic },
  );
  let next = 0;
  return made.map((result): Outcome => ('status' in result ? result : (posted[next++] as Outcome)));
}

/** Waits only when there is something to wait for. */
function settled<T>(values: (T | Promise<T>)[]): T[] | Promise<T[]> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values.map((value) => Promise.resolve(value)))
    : (values as T[]);
}

/**
 * The posting of a request; or, when there is none to batch, its outcome. What is remembered is not waited for: of a
 * thousand requests, promises would cost more than all else here.
 */
function attempt(
  deps: Deps,
  { service, atomic }: { service: string; atomic: boolean },
  request: ServiceTransfer | FlorinError,
): Posting | Outcome | Promise<Posting | Outcome> {
  try {
    if (isFlorinError(request)) throw request;
    if (request.currency === 'PTS') {
      if (atomic) throw invalidField('currency', 'points can not be part of an atomic batch');
      return movePoints(deps, service, request).catch(refusal);
    }
    const known = knownParties(deps, request);
    if (known) return toPosting(service, request, known);
    return findParties(deps, request)
      .then((parties) => toPosting(service, request, parties))
      .catch(refusal);
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): Outcome {
  if (isFlorinError(error) && error.code !== 'UNAVAILABLE') return { status: 'refused', error };
  throw error;
}

/** Points go between a person and the house, lot by lot, so they are no plain posting. */
async function movePoints(deps: Deps, service: string, request: ServiceTransfer): Promise<Outcome> {
  const { from, to, amount: points, note: reason, reference } = request;
  const person = 'userId' in from ? from.userId : 'userId' in to ? to.userId : undefined;
  const house = 'system' in from ? from.system : 'system' in to ? to.system : undefined;
  if (person === undefined || house !== 'points') {
    throw invalidField('to', 'points go between a user_id and the system account points');
  }
  const key = idempotencyKey(`service ${service}`, request.key, ['points', from, to, points, reason, reference]);
  const { body, replayed } =
    'userId' in from
      ? await spendPoints(deps, { ownerId: person, points, reason, reference, key })
      : await grantPoints(deps, { ownerId: person, points, reason, lapsesAt: null, key });
  return { status: replayed ? 'replayed' : 'posted', transfer: body.transfer };
}

function toPosting(service: string, request: ServiceTransfer, { from, to }: Parties): Posting {
  const { callerUserId, kind, amount, currency, note, visibility, reference, floor, memo } = request;
  if (from.id === to.id) throw invalidField('to', 'must be another account');
  if (kind === 'peer' && from.ownerId === to.ownerId) throw invalidField('to', 'must be somebody else');
  if (kind === 'wallet' && isBetweenPeople(from, to)) throw invalidField('kind', 'must be peer between two people');
  const mine = from.ownerId ?? to.ownerId;
  if (callerUserId !== null && mine !== null && mine !== callerUserId) throw notFound('account');
  const asked: unknown[] = [
    callerUserId,
    kind,
    request.from,
    request.to,
    String(amount),
    currency,
    note,
    visibility,
    reference,
  ];
  // keys of requests without them keep their hash
  if (floor !== undefined) asked.push(String(floor));
  if (memo) asked.push(memo);
  return {
    kind,
    amount,
    currency,
    fromAccountId: from.id,
    toAccountId: to.id,
    alsoCountsAt: alsoCountsAt(from, kind),
    note,
    visibility,
    reference,
    floor,
    memo,
    idempotency: idempotencyKey(`service ${service}`, request.key, JSON.stringify(asked)),
  };
}

function isBetweenPeople(from: AccountIdentity, to: AccountIdentity): boolean {
  return from.ownerId !== null && to.ownerId !== null && from.ownerId !== to.ownerId;
}
