import type { Tag } from '../../domain/filing/tag.ts';
import type { Slice } from '../ports.ts';

export interface TagFilter {
  search?: string | undefined;
}

export interface TagStore {
  /** Those of the names, whatever their case. */
  byNames(ownerId: string, names: readonly string[]): Promise<Tag[]>;
  /** Leaves out those whose name is taken. */
  insert(tags: readonly Tag[]): Promise<void>;
  /** Locks those whose name is there against another name or an end, and makes the others; of all people. */
  keep(tags: readonly Tag[]): Promise<void>;
  find(ownerId: string, id: string, lock?: 'update'): Promise<Tag | undefined>;
  byIds(ownerId: string, ids: readonly string[], lock?: 'share'): Promise<Tag[]>;
  /** Oldest first. */
  list(ownerId: string, filter: TagFilter, slice: Slice): Promise<Tag[]>;
  /** Locks the rows that have it: whoever changes rows locks them before their tags. */
  lockRows(ownerId: string, id: string): Promise<void>;
  /** How many posted rows have each, themselves or in a part. */
  counts(ownerId: string, ids: readonly string[]): Promise<Map<string, number>>;
  count(ownerId: string): Promise<number>;
  rename(ownerId: string, id: string, name: string, now: Date): Promise<Tag>;
  /** Takes it off all rows. */
  remove(ownerId: string, id: string): Promise<void>;
  /** Gives the rows of one the other. */
  mergeInto(ownerId: string, id: string, intoId: string): Promise<void>;
}
