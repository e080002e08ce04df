import type { Memo, OwnMemo } from '../../domain/memo.ts';
import type { Tx } from '../ports.ts';

/** Memos of holds, fundings and requests; those of transfers are written by the engine. */
export interface MemoStore {
  /** Nothing without a memo. */
  add(tx: Tx, subjectId: string, memo: OwnMemo | undefined): Promise<void>;
  /** By subject: the viewer's own and shared ones. */
  of(subjectIds: readonly string[], viewerId: string | null): Promise<ReadonlyMap<string, Memo>>;
}
