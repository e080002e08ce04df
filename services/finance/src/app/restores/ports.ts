import type { Import } from '../../domain/imports/import.ts';
import type { RecordKind } from '../exports/records.ts';

export type ObjectKind = Exclude<RecordKind, 'transactions' | 'mappings'>;

/** A record of an export, and what it is here. */
export interface RestoredObject {
  kind: ObjectKind;
  sourceId: string;
  targetId: string;
  /** by this import; else it was there */
  made: boolean;
}

type Given = Pick<Import, 'id' | 'ownerId'>;

export interface RestoreStore {
  /** What the records of one import are here. */
  list(one: Given): Promise<RestoredObject[]>;
  add(one: Given, objects: readonly RestoredObject[]): Promise<void>;
  /** What it made is the person's own from now on, or gone. */
  clear(one: Given): Promise<void>;
  /** Wallets of its new rows, those to be made as well. */
  walletsOfNew(one: Given): Promise<string[]>;
  /** Wallets of the rows of an import that take none: deleted, or of the ledger's own accounts. */
  closedWallets(one: Given): Promise<string[]>;
  /** What of the records the person has: by its own id, or as an earlier import made it. */
  known(ownerId: string, kind: ObjectKind, sourceIds: readonly string[]): Promise<Map<string, string>>;
  /** The posted rows that those of the export are here. */
  knownRows(ownerId: string, sourceIds: readonly string[]): Promise<Map<string, string>>;
  /** Those of the categories that no posted row is filed under. */
  unusedCategories(ownerId: string, ids: readonly string[]): Promise<string[]>;
  /** Those of the wallets that have no posted row. */
  emptyWallets(ownerId: string, ids: readonly string[]): Promise<string[]>;
  /** Those of the tags that no posted row has. */
  unusedTags(ownerId: string, ids: readonly string[]): Promise<string[]>;
}
