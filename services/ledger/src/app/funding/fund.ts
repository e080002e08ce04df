import { FlorinError, invalidField, isFlorinError, notFound } from '@florin/errors';
import { newId } from '@florin/service-kit';
import type { Funding, FundingDirection, FundingResult } from '../../domain/funding.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import { countedBy } from '../../domain/posting/limits.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import type { Directory } from '../directory.ts';
import type { AccountStore, FundingProvider, FundingStore, Once, ReturnStore, Transact, Tx } from '../ports.ts';

export interface Fund {
  direction: FundingDirection;
  callerId: string;
  /** one of the caller's main accounts; by default the one of the currency */
  accountId: string | undefined;
  /** minor units */
  amount: bigint;
  currency: string;
  /** one of the provider's; by default its first */
  method: string | undefined;
  key: string | undefined;
}

export interface FundingParts {
  accounts: AccountStore;
  directory: Directory;
  transact: Transact;
  fundings: FundingStore;
  returns: ReturnStore;
  provider: FundingProvider | null;
}

/**
 * Starts a deposit or withdrawal and answers how it stands, a repeat how it stands by then. A withdrawal's money leaves
 * the account at once and comes back should the provider fail; a deposit's comes when the provider has it. Throws
 * NOT_FOUND for another's account, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED, ACCOUNT_FROZEN, UNAVAILABLE where there is no
 * provider.
 */
export function createFund(parts: FundingParts) {
  const settle = createSettleFunding(parts);
  return async (request: Fund): Promise<Once<Funding>> => {
    const { direction, callerId, accountId, amount, currency } = request;
    if (currency === 'PTS') throw invalidField('currency', 'points are neither deposited nor withdrawn');
    const asked = JSON.stringify([direction, accountId ?? null, String(amount), currency, request.method ?? null]);
    const key = keyOf(callerId, request.key, asked);
    const first = await parts.transact.replay<Funding>(key);
    if (first) return current(parts.fundings, first);
    const { provider } = parts;
    if (!provider) throw new FlorinError('UNAVAILABLE', 'No funding provider is set up here (FUNDING_PROVIDER)');
    const method = methodOf(provider, request.method);
    const account = await ownMainAccount(parts.directory, request);
    const system = await parts.directory.system('funding', currency, account.id);
    const started = await parts.transact.once(key, async (tx) => {
      const id = newId();
      const common = { direction, ownerId: callerId, accountId: account.id, amount, currency, method };
      const funding: Funding = { id, ...common, status: 'pending', failure: null, transferId: null, createdAt: tx.now };
      if (direction === 'withdrawal') {
        const [posted] = await tx.post(postingOf(funding, account.id, system.id));
        funding.transferId = posted?.id ?? null;
      } else {
        await parts.accounts.requireRoom(tx, account.id, amount);
      }
      await parts.fundings.add(tx, funding);
      return funding;
    });
    if (started.replayed) return current(parts.fundings, started);
    const result = await startAtProvider(provider, started.body);
    return { body: await settle(started.body.id, result), replayed: false };
  };
}

function methodOf({ methods }: FundingProvider, asked: string = methods[0]): string {
  if (methods.includes(asked)) return asked;
  throw invalidField('method', `must be one of ${methods.join(', ')}`);
}

async function current(fundings: FundingStore, { body, replayed }: Once<Funding>): Promise<Once<Funding>> {
  return { body: (await fundings.find(body.id, body.ownerId, body.direction)) ?? body, replayed };
}

/** A provider that can't be reached leaves the funding pending: the poll of pending ones asks again. */
async function startAtProvider(provider: FundingProvider, funding: Funding): Promise<FundingResult> {
  try {
    return await provider.start(funding);
  } catch {
    return { status: 'pending' };
  }
}

async function ownMainAccount(directory: Directory, { callerId, accountId, currency }: Fund) {
  if (accountId === undefined) return directory.ownAccount(callerId, currency);
  const account = await directory.byId(accountId);
  if (account?.ownerId !== callerId || account.kind !== 'main') throw notFound('account');
  if (account.currency === currency) return account;
  throw invalidField('currency', `the account is in ${account.currency}`);
}

/** Takes the provider's word on a funding, once: a second callback changes nothing. Throws NOT_FOUND. */
export function createSettleFunding({
  directory,
  transact,
  fundings,
  returns,
}: Pick<FundingParts, 'directory' | 'transact' | 'fundings' | 'returns'>) {
  return async (id: string, result: FundingResult): Promise<Funding> => {
    const seen = await fundings.get(id);
    if (!seen) throw notFound('funding');
    if (seen.status !== 'pending' || result.status === 'pending') return seen;
    // before the transaction, which would else ask the pool it has a connection of for another one
    const system = await directory.system('funding', seen.currency, seen.accountId);
    return transact.run(async (tx) => {
      const funding = await fundings.lock(tx, id);
      if (funding?.status !== 'pending') return funding ?? seen;
      const settled: Funding = { ...funding, status: result.status };
      if (result.status === 'failed') settled.failure = result.reason.slice(0, 300);
      if (funding.direction === 'deposit' && result.status === 'succeeded') {
        Object.assign(settled, await credit(tx, { ...postingOf(funding, system.id, funding.accountId), forced: true }));
      }
      if (funding.direction === 'withdrawal' && result.status === 'failed') {
        await giveBack(tx, returns, postingOf(funding, system.id, funding.accountId), funding);
      }
      await fundings.settle(tx, settled);
      return settled;
    });
  };
}

/** What can't be credited is told as failed, with the reason: it would else be tried for ever. */
async function credit(tx: Tx, posting: Posting): Promise<Pick<Funding, 'status' | 'failure' | 'transferId'>> {
  try {
    return { status: 'succeeded', failure: null, transferId: await post(tx, posting) };
  } catch (error) {
    // a refusal has written nothing, so the transaction goes on
    if (!isFlorinError(error)) throw error;
    return { status: 'failed', failure: `not credited: ${error.message}`, transferId: null };
  }
}

/** Once: by the row that also says what an admin reversed. */
async function giveBack(tx: Tx, returns: ReturnStore, back: Posting, { transferId }: Funding): Promise<void> {
  const found = transferId === null ? undefined : await returns.lock(tx, transferId);
  if (!found || found.returned > 0n) return;
  const { transfer } = found;
  await returns.add(tx, transfer.id, transfer.amount);
  const restores = countedBy(transfer);
  await post(tx, { ...back, kind: 'reversal', reversesTransferId: transfer.id, restores, forced: true });
}

async function post(tx: Tx, posting: Posting): Promise<string | null> {
  const [transfer] = await tx.post(posting);
  return transfer?.id ?? null;
}

function postingOf(funding: Funding, fromAccountId: string, toAccountId: string): Posting {
  const { direction, amount, currency, id } = funding;
  return {
    kind: direction, amount, currency, fromAccountId, toAccountId, note: '', visibility: 'private', reference: id,
  }; // prettier-ignore
}
