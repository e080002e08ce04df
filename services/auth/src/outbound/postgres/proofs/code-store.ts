import { fromRows, toRow } from '@florin/service-kit/postgres';
import type { CodeKey, CodeStore } from '../../../app/codes/ports.ts';
import type { Code } from '../../../domain/code.ts';
import { knexOf } from '../../transaction.ts';

const where = ({ userId, purpose, address }: CodeKey) => ({ user_id: userId, purpose, address });

export const codes: CodeStore = {
  lock: async (tx, { userId, purposes, address }) => {
    const rows = await knexOf(tx)<Record<string, unknown>>('codes')
      .where({ user_id: userId, address })
      .whereIn('purpose', [...purposes])
      .orderByRaw("purpose = 'any'")
      .forUpdate();
    return fromRows<Code>(rows);
  },
  put: async (tx, code) => {
    await knexOf(tx)('codes').insert(toRow(code)).onConflict(['user_id', 'purpose', 'address']).merge();
  },
  update: async (tx, key, fields) => {
    await knexOf(tx)('codes').where(where(key)).update(toRow(fields));
  },
  voidAll: async (tx, userId) => {
    await knexOf(tx)('codes').where({ user_id: userId }).whereNull('ended').update({ ended: 'void' });
  },
  prune: async (db, before) => {
    await knexOf(db)('codes').where('expires_at', '<', before).delete();
  },
};
