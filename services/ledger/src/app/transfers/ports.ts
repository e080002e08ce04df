import type { Memo } from '../../domain/memo.ts';
import type { IdempotencyKey, Leg, Transfer, Visibility } from '../../domain/posting/posting.ts';
import type { Returns } from '../../domain/returns.ts';
import type { UserName } from '../directory/ports.ts';
import type { Page, Tx } from '../ports.ts';

/** Reads transfers; the engine alone writes them. */
export interface TransferReader {
  byId(id: string): Promise<Transfer | undefined>;
  byIds(ids: readonly string[]): Promise<Transfer[]>;
  /** Transfers of all accounts of the owners, each once, newest first. */
  ofOwners(ownerIds: readonly string[], page: Page): Promise<Transfer[]>;
  /** Those on which a person noted that reference, newest first. */
  withReference(ownerId: string, reference: string, page: Page): Promise<Transfer[]>;
  /** Every transfer, newest first. */
  all(page: Page): Promise<Transfer[]>;
  /** What was given back of the transfers, by their ids; those of which nothing was are missing. */
  returnsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Returns>>;
}

/** The keys under which single transfers are posted. */
export interface KeyStore {
  /** What was posted under a key; undefined when nothing was. Throws IDEMPOTENCY_MISMATCH. */
  postedUnder(key: IdempotencyKey): Promise<Transfer | undefined>;
  /** Uses keys up, so that nothing is posted under them any more; returns what was, by the key's id. */
  useUp(tx: Tx, keys: readonly IdempotencyKey[]): Promise<ReadonlyMap<string, Transfer>>;
}

export interface ReturnStore {
  /** Locks the transfer against other returns; returns it, its entries and how much of it was given back before. */
  lock(tx: Tx, transferId: string): Promise<Returnable | undefined>;
  /** `amount` more was given back or, negative, less: a refund was itself reversed. */
  add(tx: Tx, transferId: string, amount: bigint): Promise<void>;
}

export interface Returnable {
  transfer: Transfer;
  legs: (Leg & { currency: string })[];
  returned: bigint;
  /** the sender's `countsAt` */
  alsoAt: string | null;
  /** a withdrawal whose provider has not decided yet: it may still fail and be given back */
  pending: boolean;
}

export type Recipient = UserName | { accountId: string };

export interface SendTransfer {
  callerId: string;
  to: Recipient;
  /** minor units */
  amount: bigint;
  currency: string;
  note: string;
  visibility: Visibility;
  memo?: Memo | undefined;
  /** the caller's Idempotency-Key */
  key: string | undefined;
}
