import { isUuid } from '@florin/service-kit';
import type { Transfer } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Tells the payment request that a transfer paid, if it paid one, that so much (negative: so much less) went back. */
export async function noteRefund(
  { requests }: Pick<Deps, 'requests'>,
  tx: Tx,
  { kind, reference }: Transfer,
  amount: bigint,
): Promise<void> {
  if (kind === 'peer' && reference !== null && isUuid(reference)) await requests.addRefunded(tx, reference, amount);
}
