import type { Trace } from '@florin/messaging';
import type { Outcome, Posting } from '../../domain/posting/posting.ts';

/** Postings that are decided one after the other; `atomic` ones post together or not at all. */
export interface Group {
  postings: readonly Posting[];
  atomic: boolean;
  /** of the request or event that asks for them */
  trace?: Trace | undefined;
}

/** Posts groups in one database transaction. Returns one list of outcomes per group, in order. */
export type PostBatch = (groups: readonly Group[]) => Promise<Outcome[][]>;

export interface Poster {
  /** Posts transfers, each decided on its own, or all or none when `atomic`. Refusals are outcomes, not errors. */
  post(postings: readonly Posting[], options?: { atomic?: boolean }): Promise<Outcome[]>;
  /** Resolves when nothing waits or is under way. */
  drain(): Promise<void>;
}
