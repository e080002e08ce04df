import type { Memo } from '../../domain/memo.ts';
import type { Deps } from '../index.ts';

/** What clients noted on things, by their ids, in one read: as the viewer may see it; null sees what is shared. */
export async function findMemos(
  { memos }: Pick<Deps, 'memos'>,
  { ids, viewerId }: { ids: readonly string[]; viewerId: string | null },
): Promise<ReadonlyMap<string, Memo>> {
  return ids.length === 0 ? new Map() : memos.of(ids, viewerId);
}
