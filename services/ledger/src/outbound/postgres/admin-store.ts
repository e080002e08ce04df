import type { AdminStore } from '../../app/admin/ports.ts';
import { clientOf } from './engine/transact.ts';

export function createAdminStore(newId: () => string): AdminStore {
  return {
    record: async (tx, { adminId, action, subjectId, reason }) => {
      await clientOf(tx).query(
        `INSERT INTO admin_actions (id, admin_id, action, subject_id, reason, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [newId(), adminId, action, subjectId, reason, tx.now],
      );
    },
  };
}
