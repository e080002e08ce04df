import type { Pool } from 'pg';
import type { AdminStore, KeptAction } from '../../app/admin/ports.ts';
import { clientOf } from './engine/transact.ts';

export function createAdminStore(pool: Pool, newId: () => string): AdminStore {
  return {
    record: async (tx, { adminId, action, subjectId, reason }) => {
      await clientOf(tx).query(
        `INSERT INTO admin_actions (id, admin_id, action, subject_id, reason, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [newId(), adminId, action, subjectId, reason, tx.now],
      );
    },
    list: async ({ subjectId, adminId, before, limit }) => {
      const given = { subject_id: subjectId, admin_id: adminId };
      const filters = Object.entries(given).filter(([, value]) => value !== undefined);
      const where = [
        ...filters.map(([column], at) => `${column} = $${at + 2}`),
        ...(before === undefined ? [] : [`id < $${filters.length + 2}`]),
      ];
      const values = [limit, ...filters.map(([, value]) => value), ...(before === undefined ? [] : [before])];
      const { rows } = await pool.query<KeptAction>(
        `SELECT id, admin_id AS "adminId", action, subject_id AS "subjectId", reason, created_at AS "createdAt"
         FROM admin_actions ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY id DESC LIMIT $1`,
        values,
      );
      return rows;
    },
  };
}
