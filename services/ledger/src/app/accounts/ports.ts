import type { Account, AccountKind, AccountStatus, Limits, SystemName } from '../../domain/posting/account.ts';
import type { TransferKind } from '../../domain/posting/posting.ts';
import type { Page, Tx } from '../ports.ts';

/** An account as its owner sees it. */
export interface AccountDetails extends Account {
  reference: string;
  createdAt: Date;
}

export interface NewAccount {
  ownerId: string;
  currency: string;
  kind: Exclude<AccountKind, 'system'>;
  reference: string;
  creditLimit: bigint;
}

export interface AccountStore {
  /** Opens the account, or returns the one that is there under the same owner and name. CONFLICT in another currency. */
  open(account: NewAccount): Promise<AccountDetails>;
  /** Opens all shards of a system account; returns their ids by shard. */
  openSystem(name: SystemName, currency: string): Promise<string[]>;
  /** Locks a person's account until the transaction ends; undefined when there is none. */
  lock(tx: Tx, id: string): Promise<Account | undefined>;
  /** Locks the account and the one it counts at too. */
  lockCounting(tx: Tx, id: string): Promise<{ account: Account | undefined; also: Account | undefined }>;
  /** The account's `countsAt`, which never changes. */
  countsAt(tx: Tx, id: string): Promise<string | null>;
  /** Saves what a locked account holds and what it has counted towards its limits. */
  saveHeld(tx: Tx, account: Account): Promise<void>;
  /** As an admin sets it: it stays when the owner is unfrozen. */
  saveStatus(tx: Tx, id: string, status: AccountStatus): Promise<void>;
  /** Freezes an open account with its owner, or opens one that was frozen so; others stay as they are. */
  setFrozenWithOwner(tx: Tx, id: string, frozen: boolean): Promise<void>;
  saveCreditLimit(tx: Tx, id: string, creditLimit: bigint): Promise<void>;
  /** null: the defaults apply */
  saveLimits(tx: Tx, id: string, limits: Partial<Limits> | null): Promise<void>;
  byIds(ids: readonly string[]): Promise<AccountDetails[]>;
  /** Oldest first. */
  ofOwners(ownerIds: readonly string[]): Promise<AccountDetails[]>;
}

/** An entry with what its transfer says. */
export interface EntryDetails {
  transferId: string;
  sequence: bigint;
  /** signed minor units */
  amount: bigint;
  balanceAfter: bigint;
  kind: TransferKind;
  note: string;
  reference: string | null;
  /** the other side's user, null for a system account and among one's own */
  counterpartyId: string | null;
  postedAt: Date;
}

export interface EntryReader {
  /** Newest first. `before` is the id of a transfer. */
  ofAccount(accountId: string, page: Page): Promise<EntryDetails[]>;
  /** Sum of the entries posted up to the instant (its whole millisecond included). */
  balanceAt(accountId: string, at: Date): Promise<bigint>;
}
