import type { Pool } from 'pg';
import type { MemoStore } from '../../app/memos/ports.ts';
import type { Memo, OwnMemo } from '../../domain/memo.ts';
import { clientOf } from './engine/transact.ts';

/** The subjects whose maker gave them a reference; `owner` and `reference` name parameters of the statement. */
export const withReference = (owner: string, reference: string): string =>
  `(${reference}::text IS NULL OR id IN (SELECT subject_id FROM memos WHERE owner_id = ${owner} AND reference = ${reference}))`;

export function createMemoStore(pool: Pool): MemoStore {
  const add: MemoStore['add'] = async (tx, subjectId, memo) => {
    if (!memo) return;
    const { ownerId, reference, metadata, shared } = memo;
    await clientOf(tx).query(
      'INSERT INTO memos (subject_id, owner_id, reference, metadata, shared) VALUES ($1, $2, $3, $4, $5)',
      [subjectId, ownerId, reference, JSON.stringify(metadata), shared],
    );
  };
  return {
    add,
    replace: async (tx, subjectId, memo) => {
      await clientOf(tx).query('DELETE FROM memos WHERE subject_id = $1', [subjectId]);
      await add(tx, subjectId, memo);
    },
    find: async (tx, subjectId) => {
      const { rows } = await clientOf(tx).query<OwnMemo>(
        'SELECT owner_id AS "ownerId", reference, metadata, shared FROM memos WHERE subject_id = $1',
        [subjectId],
      );
      return rows[0];
    },
    of: async (subjectIds, viewerId) => {
      const { rows } = await pool.query<Memo & { subject_id: string }>(
        `SELECT subject_id, reference, metadata, shared FROM memos
         WHERE subject_id = ANY ($1::uuid[]) AND (shared OR owner_id = $2)`,
        [subjectIds, viewerId],
      );
      return new Map(rows.map(({ subject_id: id, ...memo }) => [id, memo]));
    },
  };
}
