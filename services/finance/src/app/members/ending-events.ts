import type { FlorinEvent } from '@florin/contracts';
import { createEvents } from '@florin/messaging';
import type { Deps } from '../index.ts';
import type { MemberWithWallet } from './ports.ts';

/**
 * What is told of memberships that ended: the owner that a member left, a member that the wallet is not shared any more. Of
 * invitations that nobody accepted nothing is told.
 */
export function endingEvents(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  ended: readonly Omit<MemberWithWallet, 'currency'>[],
  reason: 'left' | 'removed' | 'account-closed',
): FlorinEvent[] {
  const makeEvent = createEvents({ producer: 'finance', clock, newId });
  const at = clock().toISOString();
  const accepted = ended.filter(({ status }) => status === 'accepted');
  return accepted.map(({ id, walletId, walletName, ownerId, userId }) => {
    const about = { membershipId: id, walletId, walletName, ownerId, userId };
    return reason === 'left'
      ? makeEvent('finance.wallet-left.v1', id, { ...about, leftAt: at })
      : makeEvent('finance.wallet-share-ended.v1', id, { ...about, reason, endedAt: at });
  });
}
