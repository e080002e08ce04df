import type { Knex } from 'knex';
import type { OwnerStore } from '../../app/owners/ports.ts';

export function createOwnerStore(knex: Knex): OwnerStore {
  return {
    markSeeded: async (ownerId, now) => {
      const rows = await knex('owners').insert({ id: ownerId, seeded_at: now }).onConflict().ignore().returning('id');
      return rows.length > 0;
    },
  };
}
