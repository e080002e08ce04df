import { toMajorNumber } from '@florin/money';
import type { User__Output as AuthUser } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';
import type { Account__Output as Account } from '@florin/proto/gen/ledger/florin/ledger/v1/Account.ts';
import type { Transfer__Output as Transfer } from '@florin/proto/gen/ledger/florin/ledger/v1/Transfer.ts';
import type { Profile__Output as Profile } from '@florin/proto/gen/users/florin/users/v1/Profile.ts';

/** How a person is shown: e-mail and balance to themselves and friends only, the picture not in lists. */
export interface SpotMeUser {
  id: string;
  name: string;
  username: string;
  email?: string;
  /** major units that can be spent */
  balance?: number;
  /** base64, or empty */
  img?: string;
}

/** As everybody sees a person. */
export function strangerView({ userId, name, username }: Pick<Profile, 'userId' | 'name' | 'username'>): SpotMeUser {
  return { id: userId, name, username };
}

/** As friends see a person in a list. */
export function friendView(user: Pick<AuthUser, 'id' | 'name' | 'username' | 'email'>, balance: number): SpotMeUser {
  const { id, name, username, email } = user;
  return { id, name, username, email, balance };
}

/** What a person can spend from the main account; 0 before it is opened. */
export function balanceOf(ownerId: string, accounts: readonly Account[], currency: string): number {
  const main = accounts.find(
    (account) => account.ownerId === ownerId && account.kind === 'main' && account.currency === currency,
  );
  return main ? toMajorNumber(BigInt(main.available), currency) : 0;
}

export function toImg(picture: Uint8Array): string {
  return Buffer.from(picture).toString('base64');
}

/** A transfer between two people as `callerId` sees it. */
export function transactionView(transfer: Transfer, callerId: string, userOf: (id: string) => SpotMeUser) {
  const { id, fromUserId, toUserId, amount, currency, note, postedAt } = transfer;
  return {
    id,
    sender: userOf(fromUserId),
    recipient: userOf(toUserId),
    amount: toMajorNumber(BigInt(amount), currency),
    message: note,
    createdAt: postedAt.slice(0, 10),
    created: postedAt,
    userIsSender: fromUserId === callerId,
  };
}

/** How the other person stands to the caller. */
export const FRIEND_STATUS: Readonly<Record<string, number>> = { none: 0, requested: 1, asked: 2, friends: 3, self: 0 };
