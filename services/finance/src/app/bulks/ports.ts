import type { Bulk, BulkOutcome } from '../../domain/bulk.ts';

export interface BulkStore {
  insert(bulk: Bulk): Promise<void>;
  find(ownerId: string, id: string): Promise<Bulk | undefined>;
  /** Keeps what became of the rows, the first time. */
  finish(id: string, outcomes: readonly BulkOutcome[]): Promise<void>;
  setUndone(id: string, outcomes: readonly BulkOutcome[]): Promise<void>;
  /** Deletes those that can't be taken back since `time`, at most `limit`; returns how many. */
  forgetBefore(time: Date, limit: number): Promise<number>;
}
