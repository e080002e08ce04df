import type { Memo, OwnMemo } from '../../domain/memo.ts';
import type { Tx } from '../ports.ts';

/** Memos of holds, fundings, requests and schedules; those of transfers are written by the engine. */
export interface MemoStore {
  /** Nothing without a memo. */
  add(tx: Tx, subjectId: string, memo: OwnMemo | undefined): Promise<void>;
  /** In the place of the one that is there; undefined: there is none any more. */
  replace(tx: Tx, subjectId: string, memo: OwnMemo | undefined): Promise<void>;
  /** With its owner, for what is made of the subject. */
  find(tx: Tx, subjectId: string): Promise<OwnMemo | undefined>;
  /** By subject: the viewer's own and shared ones. */
  of(subjectIds: readonly string[], viewerId: string | null): Promise<ReadonlyMap<string, Memo>>;
}
