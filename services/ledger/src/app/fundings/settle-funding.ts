import { isFlorinError, notFound } from '@florin/errors';
import type { Funding, FundingResult } from '../../domain/funding.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { countedShare } from '../transfers/counted-share.ts';
import { fundingPosting } from './funding-posting.ts';

/** Takes the provider's word on a funding, once: a second callback changes nothing. Throws NOT_FOUND. */
export async function settleFunding(
  deps: Deps,
  { id, result }: { id: string; result: FundingResult },
): Promise<Funding> {
  const { directory, transact, fundings } = deps;
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
      Object.assign(settled, await credit(tx, fundingPosting(funding, system.id, funding.accountId)));
    }
    if (funding.direction === 'withdrawal' && result.status === 'failed') {
      await giveBack(deps, tx, fundingPosting(funding, system.id, funding.accountId), funding);
    }
    await fundings.settle(tx, settled);
    return settled;
  });
}

/** What can't be credited is told as failed, with the reason: it would else be tried for ever. */
async function credit(tx: Tx, posting: Posting): Promise<Pick<Funding, 'status' | 'failure' | 'transferId'>> {
  try {
    const [transfer] = await tx.post({ ...posting, forced: true });
    return { status: 'succeeded', failure: null, transferId: transfer?.id ?? null };
  } catch (error) {
    // a refusal has written nothing, so the transaction goes on
    if (!isFlorinError(error)) throw error;
    return { status: 'failed', failure: `not credited: ${error.message}`, transferId: null };
  }
}

/** Once: by the row that also says what an admin reversed. */
async function giveBack(deps: Deps, tx: Tx, back: Posting, { transferId }: Funding): Promise<void> {
  const found = transferId === null ? undefined : await deps.returns.lock(tx, transferId);
  if (!found || found.returned > 0n) return;
  const { transfer } = found;
  await deps.returns.add(tx, transfer.id, transfer.amount);
  const restores = await countedShare(deps, found);
  await tx.post({ ...back, kind: 'reversal', reversesTransferId: transfer.id, restores, forced: true });
}
