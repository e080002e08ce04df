import type { Knex } from 'knex';

/** What was done to one subject, and by one admin, newest first: ids count up. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('CREATE INDEX admin_actions_subject ON admin_actions (subject_id, id)');
  await knex.raw('CREATE INDEX admin_actions_admin ON admin_actions (admin_id, id)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX admin_actions_subject, admin_actions_admin');
}
