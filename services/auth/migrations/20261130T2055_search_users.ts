import type { Knex } from 'knex';

/** People are found by the beginning of what they are called and reached by; the unique indexes find whole ones only. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('CREATE INDEX users_email_beginning ON users (email_normal text_pattern_ops)');
  await knex.raw('CREATE INDEX users_username_beginning ON users (username_normal text_pattern_ops)');
  await knex.raw('CREATE INDEX users_mobile_beginning ON users (mobile text_pattern_ops)');
  await knex.raw('CREATE INDEX users_name_beginning ON users (lower(name) text_pattern_ops)');
  await knex.raw(
    `CREATE INDEX users_last_name_beginning ON users (lower(regexp_replace(name, '^.*\\s', '')) text_pattern_ops)`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    'DROP INDEX users_email_beginning, users_username_beginning, users_mobile_beginning, users_name_beginning, users_last_name_beginning',
  );
}
