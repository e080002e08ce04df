import type { AccountIdentity, SystemName } from '../../domain/posting/account.ts';

export type UserName = { userId: string } | { username: string } | { email: string } | { mobile: string };

/** What the ledger asks of auth. */
export interface UserDirectory {
  /** The id of a user who is not gone (active, or frozen for a while) and has proven that address or number. */
  resolve(recipient: UserName): Promise<string | undefined>;
}

/** Finds the account behind a name, and remembers it: what makes up an account's identity never changes. */
export interface Directory {
  byId(id: string): Promise<AccountIdentity | undefined>;
  /** The same at once, when it is remembered. */
  known(id: string): AccountIdentity | undefined;
  /** The account in which a person keeps a currency (its points for PTS); undefined when there is none. */
  find(userId: string, currency: string): Promise<AccountIdentity | undefined>;
  /**
   * The same of a signed-in person, opened when missing; for a `payment` that asks for it only when that can be made.
   * Throws INSUFFICIENT_FUNDS.
   */
  ownAccount(userId: string, currency: string, payment?: Payment): Promise<AccountIdentity>;
  /** `ownAccount` for a payment: one that is missing has nothing to pay with. Throws INSUFFICIENT_FUNDS. */
  payerAccount(userId: string, currency: string, amount: bigint): Promise<AccountIdentity>;
  /** Whether auth still knows the person. Throws UNAVAILABLE. */
  isThere(userId: string): Promise<boolean>;
  /**
   * The id of a person by any name, for a caller. NOT_FOUND naming `path` when there is no such user, RATE_LIMITED to a
   * caller who tries addresses.
   */
  userOf(name: UserName, path: string, callerId: string): Promise<string>;
  /**
   * `ownAccount` of somebody else. One that is missing is opened only when the `payment` that asks for it can be made:
   * nobody has accounts because a stranger tried. Throws NOT_FOUND naming `path`, INSUFFICIENT_FUNDS.
   */
  accountOfUser(name: UserName, currency: string, path: string, payment?: Payment): Promise<AccountIdentity>;
  /** A shard of a system account, always the same one for the same counterparty. */
  system(name: SystemName, currency: string, counterpartyId: string): Promise<AccountIdentity>;
}

/** Minor units that are to come from an account. */
export interface Payment {
  payer: AccountIdentity;
  amount: bigint;
}
