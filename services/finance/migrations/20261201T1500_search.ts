import type { Knex } from 'knex';

/**
 * Texts are found by their parts of three letters, with the owner in the same index: what one person's search costs does not
 * grow by others. PostgreSQL's own extensions make it, which the owner of a database may create. Where they are missing or
 * forbidden, searches read all of a person's rows, as they did.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    do $$
    declare place text;
    begin
      create extension if not exists pg_trgm;
      create extension if not exists btree_gin;
      -- it may stand in another schema than ours
      select quote_ident(nspname) into place
      from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname = 'pg_trgm';
      execute format(
        'create index transactions_words on transactions using gin (owner_id, description %s.gin_trgm_ops)
         with (gin_pending_list_limit = 1024) where status = ''posted''', place);
    exception
      when insufficient_privilege or undefined_file or feature_not_supported or invalid_parameter_value then
        raise warning 'without pg_trgm and btree_gin searches read all rows of a person: %', sqlerrm;
    end $$`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index if exists transactions_words');
}
