import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import {
  walletInvitedNotice,
  walletJoinedNotice,
  walletLeftNotice,
  walletShareEndedNotice,
} from '../../domain/templates/wallets.ts';

interface Membership {
  ownerId: string;
  userId: string;
  /** the owner's words: they are not told of an owner without a proven contact */
  walletName: string;
}

const toMember = ({ ownerId, userId, walletName }: Membership) => ({ userId, fromUserId: ownerId, note: walletName });
const toOwner = ({ ownerId, userId, walletName }: Membership) => {
  return { userId: ownerId, fromUserId: userId, note: walletName, answer: true };
};

export const onWalletInvited: EventHandler<'finance.wallet-invited.v1', UseCases> = ({ announceNews }, { id, data }) =>
  announceNews({
    key: id,
    ...toMember(data),
    write: (name, wallet) => walletInvitedNotice(name, wallet, data.role),
    at: new Date(data.invitedAt),
  });

export const onWalletInvitationAccepted: EventHandler<'finance.wallet-invitation-accepted.v1', UseCases> = (
  { announceNews },
  { id, data },
) => announceNews({ key: id, ...toOwner(data), write: walletJoinedNotice, at: new Date(data.acceptedAt) });

export const onWalletLeft: EventHandler<'finance.wallet-left.v1', UseCases> = ({ announceNews }, { id, data }) =>
  announceNews({ key: id, ...toOwner(data), write: walletLeftNotice, at: new Date(data.leftAt) });

export const onWalletShareEnded: EventHandler<'finance.wallet-share-ended.v1', UseCases> = (
  { announceNews },
  { id, data },
) =>
  announceNews({
    key: id,
    ...toMember(data),
    write: (name, wallet) => walletShareEndedNotice(name, wallet, data.reason),
    at: new Date(data.endedAt),
    answer: true,
  });
