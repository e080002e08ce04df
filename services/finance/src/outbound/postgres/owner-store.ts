import type { Knex } from 'knex';
import type { OwnerStore } from '../../app/owners/ports.ts';

export function createOwnerStore(knex: Knex): OwnerStore {
  return {
    lock: async (ownerId) => {
      await knex('owners').where({ id: ownerId }).forUpdate().first('id');
    },
    markSeeded: async (ownerId, now) => {
      const rows = await knex('owners').insert({ id: ownerId, seeded_at: now }).onConflict().ignore().returning('id');
      return rows.length > 0;
    },
    end: async (ownerId, now) => {
      await knex('owners').insert({ id: ownerId, seeded_at: now, ended_at: now }).onConflict('id').merge(['ended_at']);
    },
    hasEnded: async (ownerId) => {
      const row = await knex<{ id: string; ended_at: Date | null }>('owners').where({ id: ownerId }).forShare().first();
      return row !== undefined && row.ended_at !== null;
    },
  };
}
