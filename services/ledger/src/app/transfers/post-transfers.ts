import type { FlorinError } from '@florin/errors';
import { invalidField, isFlorinError, notFound } from '@florin/errors';
import { currentContext } from '@florin/service-kit';
import type { AccountIdentity, SystemName } from '../../domain/posting/account.ts';
import { NEIGHBOUR_REFUSED } from '../../domain/posting/decide-batch.ts';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import type { Outcome, Posting, TransferKind, Visibility } from '../../domain/posting/posting.ts';
import type { Directory } from '../directory.ts';
import type { createGrantPoints, createSpendPoints } from '../points/points.ts';
import type { Poster } from '../poster.ts';

export type Party = { accountId: string } | { userId: string } | { system: SystemName };

export interface ServiceTransfer {
  key: string;
  /** the user who must own one side; null for the system */
  callerUserId: string | null;
  kind: TransferKind;
  from: Party;
  to: Party;
  amount: bigint;
  currency: string;
  note: string;
  visibility: Visibility;
  reference: string | null;
}

export interface PostParts {
  directory: Directory;
  poster: Poster;
  grantPoints: ReturnType<typeof createGrantPoints>;
  spendPoints: ReturnType<typeof createSpendPoints>;
}

/**
 * Posts transfers other services ask for, each once per calling service and key. Refusals (NOT_FOUND,
 * INSUFFICIENT_FUNDS, ...) are outcomes in the order of the requests; with `atomic`, one refusal refuses all.
 */
export function createPostTransfers({ directory, poster, ...points }: PostParts) {
  return async (service: string, requests: readonly (ServiceTransfer | FlorinError)[], atomic: boolean) => {
    const made = await settled(
      requests.map((request) => attempt({ directory, ...points }, { service, atomic }, request)),
    );
    const faulty = made.some((result) => 'status' in result && result.status === 'refused');
    if (atomic && faulty) {
      return made.map((result): Outcome => ('status' in result ? result : NEIGHBOUR_REFUSED));
    }
    const posted = await poster.post(
      made.filter((result): result is Posting => !('status' in result)),
      { atomic },
    );
    let next = 0;
    return made.map((result): Outcome => ('status' in result ? result : (posted[next++] as Outcome)));
  };
}

/** Waits only when there is something to wait for. */
function settled<T>(values: (T | Promise<T>)[]): T[] | Promise<T[]> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values.map((value) => Promise.resolve(value)))
    : (values as T[]);
}

type Maker = Omit<PostParts, 'poster'>;

/**
 * The posting of a request; or, when there is none to batch, its outcome. What is remembered is not waited for: of a
 * thousand requests, promises would cost more than all else here.
 */
function attempt(
  maker: Maker,
  { service, atomic }: { service: string; atomic: boolean },
  request: ServiceTransfer | FlorinError,
): Posting | Outcome | Promise<Posting | Outcome> {
  try {
    if (isFlorinError(request)) throw request;
    if (request.currency === 'PTS') {
      if (atomic) throw invalidField('currency', 'points can not be part of an atomic batch');
      return movePoints(maker, service, request).catch(refusal);
    }
    const known = knownParties(maker.directory, request);
    if (known) return toPosting(service, request, known);
    return findParties(maker.directory, request)
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
async function movePoints(maker: Maker, service: string, request: ServiceTransfer): Promise<Outcome> {
  const { from, to, amount: points, note: reason, reference } = request;
  const person = 'userId' in from ? from.userId : 'userId' in to ? to.userId : undefined;
  const house = 'system' in from ? from.system : 'system' in to ? to.system : undefined;
  if (person === undefined || house !== 'points') {
    throw invalidField('to', 'points go between a user_id and the system account points');
  }
  const asked = JSON.stringify(['points', from, to, String(points), reason, reference]);
  const key = idempotencyKey(`service ${service}`, request.key, asked);
  const { body, replayed } =
    'userId' in from
      ? await maker.spendPoints({ ownerId: person, points, reason, reference, key })
      : await maker.grantPoints({ ownerId: person, points, reason, lapsesAt: null, key });
  return { status: replayed ? 'replayed' : 'posted', transfer: body.transfer };
}

interface Parties {
  from: AccountIdentity;
  to: AccountIdentity;
}

function toPosting(service: string, request: ServiceTransfer, { from, to }: Parties): Posting {
  const { callerUserId, kind, amount, currency, note, visibility, reference } = request;
  if (from.id === to.id) throw invalidField('to', 'must be another account');
  if (kind === 'peer' && from.ownerId === to.ownerId) throw invalidField('to', 'must be somebody else');
  if (kind === 'wallet' && isBetweenPeople(from, to)) throw invalidField('kind', 'must be peer between two people');
  const mine = from.ownerId ?? to.ownerId;
  if (callerUserId !== null && mine !== null && mine !== callerUserId) throw notFound('account');
  const asked = [callerUserId, kind, request.from, request.to, String(amount), currency, note, visibility, reference];
  const context = currentContext();
  return {
    kind,
    amount,
    currency,
    fromAccountId: from.id,
    toAccountId: to.id,
    note,
    visibility,
    reference,
    idempotency: idempotencyKey(`service ${service}`, request.key, JSON.stringify(asked)),
    correlationId: context?.requestId,
    traceparent: context?.traceparent,
  };
}

function isBetweenPeople(from: AccountIdentity, to: AccountIdentity): boolean {
  return from.ownerId !== null && to.ownerId !== null && from.ownerId !== to.ownerId;
}

/** Both parties, when they are named by account and remembered. */
function knownParties(directory: Directory, { from, to, currency }: ServiceTransfer): Parties | undefined {
  if (!('accountId' in from) || !('accountId' in to)) return undefined;
  const [payer, payee] = [directory.known(from.accountId), directory.known(to.accountId)];
  return payer && payee && { from: inCurrency(payer, currency), to: inCurrency(payee, currency) };
}

async function findParties(directory: Directory, request: ServiceTransfer): Promise<Parties> {
  const shard = counterparty(request.from) ?? counterparty(request.to) ?? '';
  const from = await account(directory, request.from, { request, path: 'from', shard });
  const to = await account(directory, request.to, { request, path: 'to', shard: from.id, payer: from });
  return { from, to };
}

function counterparty(party: Party): string | undefined {
  if ('accountId' in party) return party.accountId;
  return 'userId' in party ? party.userId : undefined;
}

async function account(
  directory: Directory,
  party: Party,
  { request, path, shard, payer }: { request: ServiceTransfer; path: string; shard: string; payer?: AccountIdentity },
): Promise<AccountIdentity> {
  if ('system' in party) return directory.system(party.system, request.currency, shard);
  if ('userId' in party) {
    return party.userId === request.callerUserId
      ? directory.ownAccount(party.userId, request.currency)
      : directory.accountOfUser(party, request.currency, path, payer && { payer, amount: request.amount });
  }
  const found = await directory.byId(party.accountId);
  if (!found) throw notFound(`${path}: account`);
  return inCurrency(found, request.currency);
}

function inCurrency(found: AccountIdentity, currency: string): AccountIdentity {
  if (found.currency !== currency) throw invalidField('currency', `the account is in ${found.currency}`);
  return found;
}
