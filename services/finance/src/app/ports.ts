import type { FlorinEvent } from '@florin/contracts';
import type { Clock } from '@florin/service-kit';
import type { Preferences } from '../domain/time/period.ts';
import type { Posting } from '../domain/ledger/posting.ts';
import type { Stores } from './store-ports.ts';

export interface LedgerAccount {
  id: string;
  currency: string;
  /** main, wallet, points, system */
  kind: string;
  /** sum of the entries, minor units */
  posted: bigint;
}

/** The ledger, over gRPC. Every call may be repeated: accounts go by reference, postings and reversals by key. */
export interface Ledger {
  /** Opens the person's main account, or answers the one there is. */
  openMain(ownerId: string, currency: string): Promise<LedgerAccount>;
  openWallet(wallet: {
    ownerId: string;
    walletId: string;
    currency: string;
    creditLimit: bigint;
  }): Promise<LedgerAccount>;
  /** Accounts by id in one call, at most 500; unknown ids are left out. */
  accounts(ids: readonly string[]): Promise<Map<string, LedgerAccount>>;
  /** Posts all or none; transfer ids by key. Throws the ledger's refusal. */
  post(ownerId: string, operationId: string, postings: readonly Posting[]): Promise<Map<string, string>>;
  /** Undoes a posted transfer. Throws INSUFFICIENT_FUNDS when its money has been spent. */
  reverse(ownerId: string, operationId: string, transferId: string): Promise<void>;
}

/** How a person counts time, from the users service. */
export interface PreferencesSource {
  of(userId: string): Promise<Preferences>;
  /** As they are now, so that a change shows in the next summary; what was known serves when they can't be asked. */
  latest(userId: string): Promise<Preferences>;
}

interface IdempotentRequest {
  scope: string;
  key: string | undefined;
  request: unknown;
}

/** The service's own store. */
export interface Database {
  stores: Stores;
  inTransaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Runs `effect` in a transaction once per scope and key; a repeat gets the first answer. */
  idempotently<T>(
    request: IdempotentRequest,
    effect: (stores: Stores) => Promise<T>,
  ): Promise<{ body: T; replayed: boolean }>;
  /** Runs `effect` in a transaction once per event of a consumer. */
  oncePerEvent(
    consumer: string,
    event: Pick<FlorinEvent, 'id'>,
    effect: (stores: Stores) => Promise<void>,
  ): Promise<void>;
}

/** What the use cases are made with. */
export interface Deps {
  db: Database;
  ledger: Ledger;
  preferences: PreferencesSource;
  clock: Clock;
  newId: () => string;
  /** currency of main wallets */
  currency: string;
  /** whether income, debt, transfers and adjustments may raise wallets of the ledger's own accounts */
  noteIntoLedgerAccounts: boolean;
  /** called after a commit that wrote events */
  nudge: () => void;
}
