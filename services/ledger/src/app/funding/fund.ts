import { FlorinError, invalidField, notFound } from '@florin/errors';
import { newId } from '@florin/service-kit';
import type { Funding, FundingDirection, FundingResult } from '../../domain/funding.ts';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import type { Directory } from '../directory.ts';
import type { AccountStore, FundingProvider, FundingStore, Once, Transact, Tx } from '../ports.ts';

export interface Fund {
  direction: FundingDirection;
  callerId: string;
  /** one of the caller's main accounts; by default the one of the currency */
  accountId: string | undefined;
  /** minor units */
  amount: bigint;
  currency: string;
  method: string;
  key: string | undefined;
}

export interface FundingParts {
  accounts: AccountStore;
  directory: Directory;
  transact: Transact;
  fundings: FundingStore;
  provider: FundingProvider;
}

/**
 * Starts a deposit or withdrawal and answers how it stands. A withdrawal's money leaves the account at once and comes
 * back should the provider fail; a deposit's comes when the provider has it. Throws NOT_FOUND for another's account,
 * INSUFFICIENT_FUNDS, LIMIT_EXCEEDED, ACCOUNT_FROZEN.
 */
export function createFund(parts: FundingParts) {
  const settle = createSettleFunding(parts);
  return async (request: Fund): Promise<Once<Funding>> => {
    const { direction, callerId, amount, currency, method } = request;
    if (currency === 'PTS') throw invalidField('currency', 'points are neither deposited nor withdrawn');
    const account = await ownMainAccount(parts.directory, request);
    if (direction === 'deposit') await refuseUnlessOpen(parts.accounts, account.id);
    const system = await parts.directory.system('funding', currency, account.id);
    const asked = JSON.stringify([direction, account.id, String(amount), currency, method]);
    const key = request.key === undefined ? undefined : idempotencyKey(callerId, request.key, asked);
    const { body, replayed } = await parts.transact.once(key, async (tx) => {
      const id = newId();
      const common = { direction, ownerId: callerId, accountId: account.id, amount, currency, method };
      const funding: Funding = { id, ...common, status: 'pending', failure: null, transferId: null, createdAt: tx.now };
      if (direction === 'withdrawal') {
        const [posted] = await tx.post(postingOf(funding, account.id, system.id));
        funding.transferId = posted?.id ?? null;
      }
      await parts.fundings.add(tx, funding);
      return funding;
    });
    if (replayed) return { body: (await parts.fundings.find(body.id, callerId, direction)) ?? body, replayed };
    return { body: await settle(body.id, await startAtProvider(parts.provider, body)), replayed };
  };
}

/** Before the provider takes anything; a withdrawal's posting looks itself. */
async function refuseUnlessOpen(accounts: AccountStore, id: string): Promise<void> {
  const [account] = await accounts.byIds([id]);
  if (account?.status === 'frozen') throw new FlorinError('ACCOUNT_FROZEN', 'The account is frozen');
  if (account?.status === 'closed') throw new FlorinError('CONFLICT', 'The account is closed');
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
  throw new FlorinError('INVALID_ARGUMENT', `currency: the account is in ${account.currency}`, {
    errors: [{ path: 'currency', message: `the account is in ${account.currency}` }],
  });
}

/** Takes the provider's word on a funding, once: a second callback changes nothing. Throws NOT_FOUND. */
export function createSettleFunding({
  directory,
  transact,
  fundings,
}: Pick<FundingParts, 'directory' | 'transact' | 'fundings'>) {
  return async (id: string, result: FundingResult): Promise<Funding> =>
    transact.run(async (tx) => {
      const funding = await fundings.lock(tx, id);
      if (!funding) throw notFound('funding');
      if (funding.status !== 'pending' || result.status === 'pending') return funding;
      const system = await directory.system('funding', funding.currency, funding.accountId);
      const settled: Funding = { ...funding, status: result.status };
      if (result.status === 'failed') settled.failure = result.reason.slice(0, 300);
      if (funding.direction === 'deposit' && result.status === 'succeeded') {
        settled.transferId = await post(tx, { ...postingOf(funding, system.id, funding.accountId), forced: true });
      }
      if (funding.direction === 'withdrawal' && result.status === 'failed') {
        await post(tx, {
          ...postingOf(funding, system.id, funding.accountId),
          kind: 'reversal',
          reversesTransferId: funding.transferId,
          forced: true,
        });
      }
      await fundings.settle(tx, settled);
      return settled;
    });
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
