import type { FlorinError } from '@florin/errors';
import type { Posting } from '../../domain/ledger/posting.ts';
import type { Wallet } from '../../domain/wallet.ts';
import type { Slice } from '../ports.ts';

export interface WalletStore {
  /** False when the owner has a main wallet and this is another. */
  insert(wallet: Wallet): Promise<boolean>;
  /** Those of goals are not found, nor listed or counted. */
  find(ownerId: string, id: string, lock?: 'share' | 'update'): Promise<Wallet | undefined>;
  /** Everybody's named by owner and id, as `find`, locked against changes in order of id. */
  lockAll(pairs: readonly { ownerId: string; id: string }[]): Promise<Wallet[]>;
  findMain(ownerId: string): Promise<Wallet | undefined>;
  byAccounts(accountIds: readonly string[]): Promise<Wallet[]>;
  /** Archived ones too. */
  byIds(ownerId: string, ids: readonly string[]): Promise<Wallet[]>;
  /** Of the wallets the person opened, the last; else the main one. */
  newest(ownerId: string): Promise<Wallet | undefined>;
  /** Open ones (and those being deleted), in their order, then oldest first. */
  list(ownerId: string, slice: Slice): Promise<Wallet[]>;
  /** The same with those that others share with the person, or those alone; they have the person's role. */
  listWithShared(userId: string, which: 'shared' | 'all', slice: Slice): Promise<Wallet[]>;
  count(ownerId: string): Promise<number>;
  archiveAll(ownerId: string, now: Date): Promise<void>;
  /** The order of the last one in lists; 0 when there is none. */
  lastOrder(ownerId: string): Promise<number>;
  /** Puts those named first, in their order; archived ones have none. */
  reorder(ownerId: string, ids: readonly string[], now: Date): Promise<void>;
  update(
    id: string,
    changes: Partial<
      Pick<
        Wallet,
        'name' | 'type' | 'icon' | 'colour' | 'order' | 'description' | 'creditLimit' | 'status' | 'accountId'
      >
    >,
    now: Date,
  ): Promise<Wallet>;
}

export interface LedgerAccount {
  id: string;
  currency: string;
  /** main, wallet, points, system */
  kind: string;
  /** sum of the entries, minor units */
  posted: bigint;
  /** how far it may go below zero, minor units; null: there is no limit */
  creditLimit: bigint | null;
  /** of the last entry; empty when there is none */
  lastTransferId: string;
}

/** The ledger, over gRPC. Every call may be repeated: accounts go by reference, postings and reversals by key. */
export interface Ledger {
  /** Opens the person's main account, or returns the one there is. */
  openMain(ownerId: string, currency: string): Promise<LedgerAccount>;
  openWallet(wallet: {
    ownerId: string;
    walletId: string;
    currency: string;
    creditLimit: bigint | null;
  }): Promise<LedgerAccount>;
  /** Throws CONFLICT when the account is further below zero already. */
  setCreditLimit(ownerId: string, accountId: string, creditLimit: bigint | null): Promise<void>;
  /** Accounts by id in one call, at most 500; unknown ids are left out. */
  accounts(ids: readonly string[]): Promise<Map<string, LedgerAccount>>;
  /** What transfers refer to, by their ids, at most 200; unknown ones are left out. */
  references(transferIds: readonly string[]): Promise<Map<string, string>>;
  /** Posts all or none; transfer ids by key. Throws the ledger's refusal. */
  post(ownerId: string, operationId: string, postings: readonly Posting[]): Promise<Map<string, string>>;
  /** Posts each by itself: its transfer's id or the ledger's refusal, in their order. */
  postEach(
    orders: readonly { ownerId: string; operationId: string; posting: Posting }[],
  ): Promise<(string | FlorinError)[]>;
  /** Undoes a posted transfer. Throws INSUFFICIENT_FUNDS when its money has been spent. */
  reverse(ownerId: string, operationId: string, transferId: string, floor?: bigint): Promise<void>;
}
