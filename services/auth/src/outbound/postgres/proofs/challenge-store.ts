import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Challenge, ChallengeStore } from '../../../app/challenges/ports.ts';
import { knexOf } from '../../transaction.ts';

export const challenges: ChallengeStore = {
  insert: async (db, challenge) => {
    await knexOf(db)('challenges').insert({ ...toRow(challenge), data: JSON.stringify(challenge.data) });
  },
  find: async (db, tokenHash) => {
    const row = await knexOf(db)<Record<string, unknown>>('challenges').where({ token_hash: tokenHash }).first();
    return row && fromRow<Challenge>(row);
  },
  takeTry: async (db, { tokenHash, kind, now, maximumTries }) => {
    const [row] = await knexOf(db)<Record<string, unknown>>('challenges')
      .where({ token_hash: tokenHash, kind })
      .whereNull('used_at')
      .where('expires_at', '>', now)
      .where('tries', '<', maximumTries)
      .update({ tries: knexOf(db).raw('tries + 1') })
      .returning('*');
    return row && fromRow<Challenge>(row);
  },
  use: async (tx, tokenHash, now) => {
    const count = await knexOf(tx)('challenges')
      .where({ token_hash: tokenHash })
      .whereNull('used_at')
      .update({ used_at: now });
    return count === 1;
  },
  setData: async (tx, tokenHash, data) => {
    await knexOf(tx)('challenges')
      .where({ token_hash: tokenHash })
      .update({ data: JSON.stringify(data) });
  },
  dropOf: async (tx, userId) => {
    await knexOf(tx)('challenges').where({ user_id: userId }).delete();
  },
  prune: async (db, before) => {
    await knexOf(db)('challenges').where('expires_at', '<', before).delete();
  },
};
