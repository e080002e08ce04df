import type { Knex } from 'knex';

/** A corrected row stands for several transfers; a debt may be paid back; texts are composed, with plain blanks. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table transactions add column corrected boolean not null default false');
  await knex.raw(`
    do $$
    declare old text;
    begin
      select conname into old from pg_constraint
      where conrelid = 'transactions'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%debt%direction%';
      execute format('alter table transactions drop constraint %I', old);
    end $$`);
  await knex.raw(`
    alter table transactions add constraint transactions_income_comes_in check (type <> 'income' or direction = 'in')`);
  await knex.raw(`create index transactions_of_debt on transactions (owner_id, date) where type = 'debt'`);
  await knex.raw(`
    update transactions set description = translate(normalize(description), U&'\\00A0\\2007\\202F', '   ')
    where description is not nfc normalized or description ~ U&'[\\00A0\\2007\\202F]'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index transactions_of_debt');
  await knex.raw('alter table transactions drop column corrected');
  await knex.raw('alter table transactions drop constraint transactions_income_comes_in');
  await knex.raw(`
    alter table transactions add check (type not in ('income', 'debt') or direction = 'in') not valid`);
}
