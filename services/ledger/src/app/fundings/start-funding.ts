import { memoParts, type Memo } from '../../domain/memo.ts';
import { FlorinError, invalidField, notFound } from '@florin/errors';
import type { Funding, FundingDirection, FundingResult } from '../../domain/funding.ts';
import type { AccountIdentity } from '../../domain/posting/account.ts';
import { requireRoom } from '../../domain/posting/account-rules.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { fundingPosting } from './funding-posting.ts';
import type { FundingProvider } from './ports.ts';
import { settleFunding } from './settle-funding.ts';

export interface StartFunding {
  direction: FundingDirection;
  callerId: string;
  /** one of the caller's main accounts; by default the one of the currency */
  accountId: string | undefined;
  /** minor units */
  amount: bigint;
  currency: string;
  /** one of the provider's; by default its first */
  method: string | undefined;
  memo?: Memo | undefined;
  key: string | undefined;
}

/**
 * Starts a deposit or withdrawal and returns how it stands; a repeat returns the same reply. A withdrawal's money leaves
 * the account at once and comes back should the provider fail; a deposit's comes when the provider has it. Throws
 * NOT_FOUND for another's account, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED, ACCOUNT_FROZEN, UNAVAILABLE where there is no
 * provider.
 */
export async function startFunding(deps: Deps, request: StartFunding): Promise<Once<Funding>> {
  const { direction, callerId, accountId, amount, currency } = request;
  if (currency === 'PTS') throw invalidField('currency', 'points are neither deposited nor withdrawn');
  const asked = [direction, accountId, amount, currency, request.method, ...memoParts(request.memo)];
  const key = keyOf(callerId, request.key, asked);
  const first = await deps.transact.replay<Funding>(key);
  if (first) return keepReply(deps, request, first);
  const { provider } = deps;
  if (!provider) throw new FlorinError('UNAVAILABLE', 'No funding provider is set up here (FUNDING_PROVIDER)');
  const method = methodOf(provider, request.method);
  const account = await ownMainAccount(deps, request);
  const system = await deps.directory.system('funding', currency, account.id);
  const started = await deps.transact.once(key, async (tx) => {
    const id = deps.newId();
    const common = { direction, ownerId: callerId, accountId: account.id, amount, currency, method };
    const funding: Funding = { id, ...common, status: 'pending', failure: null, transferId: null, createdAt: tx.now };
    if (direction === 'withdrawal') {
      const [posted] = await tx.post({
        ...fundingPosting(funding, account.id, system.id),
        alsoCountsAt: account.countsAt ?? undefined,
      });
      funding.transferId = posted?.id ?? null;
    } else {
      requireRoom(await deps.accounts.lock(tx, account.id), amount);
    }
    await deps.fundings.add(tx, funding);
    await deps.memos.add(tx, id, request.memo && { ...request.memo, ownerId: callerId });
    return funding;
  });
  if (!started.replayed) {
    const result = await startAtProvider(provider, started.body);
    await settleFunding(deps, { id: started.body.id, result });
  }
  return keepReply(deps, request, started);
}

function methodOf({ methods }: FundingProvider, asked: string = methods[0]): string {
  if (methods.includes(asked)) return asked;
  throw invalidField('method', `must be one of ${methods.join(', ')}`);
}

/**
 * How a funding stands, kept as the reply of its key: whoever comes first, the request itself or a repeat that overtakes
 * it, decides what all of them are told.
 */
async function keepReply(
  { fundings, transact }: Pick<Deps, 'fundings' | 'transact'>,
  { callerId, key }: StartFunding,
  { body, replayed }: Once<Funding>,
): Promise<Once<Funding>> {
  const now = async () => (await fundings.find(body.id, body.ownerId, body.direction)) ?? body;
  if (key === undefined) return { body: await now(), replayed };
  const kept = await transact.once(keyOf(`${callerId} reply`, key, body.id), now);
  return { body: kept.body, replayed };
}

/** A provider that can't be reached leaves the funding pending: the poll of pending ones asks again. */
async function startAtProvider(provider: FundingProvider, funding: Funding): Promise<FundingResult> {
  try {
    return await provider.start(funding);
  } catch {
    return { status: 'pending' };
  }
}

async function ownMainAccount(
  { directory }: Pick<Deps, 'directory'>,
  { callerId, accountId, currency }: StartFunding,
): Promise<AccountIdentity> {
  if (accountId === undefined) return directory.ownAccount(callerId, currency);
  const account = await directory.byId(accountId);
  if (account?.ownerId !== callerId || account.kind !== 'main') throw notFound('account');
  if (account.currency === currency) return account;
  throw invalidField('currency', `the account is in ${account.currency}`);
}
