import type { Notice } from '../message.ts';
import { foreignNotice, oneLine } from './foreign-text.ts';

/** What the owner calls the wallet, after a noun; nothing when its name may not be told. */
function called(noun: string, wallet: string): string {
  const name = oneLine(wallet, 60);
  return name === '' ? noun : `${noun} “${name}”`;
}

export function walletInvitedNotice(from: string, wallet: string, role: 'reader' | 'writer'): Notice {
  const may = role === 'writer' ? 'see it and write in it' : 'see it';
  const body = `${oneLine(from, 60)} invites you to share ${called('the wallet', wallet)}: you could ${may}.`;
  return foreignNotice('wallet-invited', 'You are invited to a wallet', body);
}

export function walletJoinedNotice(by: string, wallet: string): Notice {
  const body = `${oneLine(by, 60)} shares ${called('your wallet', wallet)} now.`;
  return foreignNotice('wallet-invitation-accepted', 'Your invitation to a wallet was accepted', body);
}

export function walletLeftNotice(by: string, wallet: string): Notice {
  const body = `${oneLine(by, 60)} has left ${called('your wallet', wallet)}. What was written there stays.`;
  return foreignNotice('wallet-left', 'Somebody has left your wallet', body);
}

export function walletShareEndedNotice(from: string, wallet: string, reason: 'removed' | 'account-closed'): Notice {
  const why = reason === 'removed' ? '' : ', whose account is closed,';
  const body = `${called('The wallet', wallet)} of ${oneLine(from, 60)}${why} is not shared with you any more.`;
  return foreignNotice('wallet-share-ended', 'A wallet is not shared with you any more', body);
}
