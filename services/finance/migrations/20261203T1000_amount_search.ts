import type { Knex } from 'knex';
import { amountText } from '../src/outbound/postgres/transaction-query.ts';

/** Amounts are found by their digits as texts are by their words. Its expression is that of the searches. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    do $$
    declare place text;
    begin
      -- where it is missing, so is the index of words
      select quote_ident(nspname) into place
      from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname = 'pg_trgm';
      if to_regclass('transactions_words') is null then return; end if;
      execute format(
        'create index transactions_digits on transactions using gin (owner_id, (%s) %s.gin_trgm_ops)
         with (gin_pending_list_limit = 1024) where status = ''posted''', $amount$${amountText('transactions')}$amount$, place);
    end $$`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index if exists transactions_digits');
}
