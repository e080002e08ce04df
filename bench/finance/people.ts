import { newId } from '@florin/service-kit';
import type { World } from './world.ts';

const CATEGORIES = 26;
const BUDGETS = 48;
const TAGS = 20;
const DAYS = 3 * 365;
/** rows of a person that hold the word that is searched, however many there are in all */
export const MATCHES = 1_000;

export interface Person {
  id: string;
  rows: number;
  walletIds: string[];
  categoryId: string;
  /** one of many tags, which all budgets over tags count */
  tagId: string;
}

/** A person with three wallets, 26 categories, 20 tags, 48 budgets over each and so many rows over the last three years. */
export async function createPerson({ as, sql }: World, rows: number): Promise<Person> {
  const id = newId();
  const person = as(id);
  const walletIds: string[] = [];
  for (const name of ['Cash', 'Bank', 'Card']) {
    walletIds.push(((await person.post('/v1/wallets', { name, type: 'cash', currency: 'USD' })) as { id: string }).id);
  }
  await person.get('/v1/categories');
  for (let more = 1; ; more += 1) {
    const { rows: made } = await sql.query('select 1 from categories where owner_id = $1', [id]);
    if (made.length >= CATEGORIES) break;
    await person.post('/v1/categories', { name: `Own ${more}`, type: 'expense' });
  }
  await sql.query(ROWS, [id, walletIds, rows, Math.max(1, Math.round(rows / MATCHES)), DAYS]);
  const tags: string[] = [];
  for (let number = 0; number < TAGS; number += 1) {
    tags.push(((await person.post('/v1/tags', { name: `tag ${number}` })) as { id: string }).id);
  }
  await sql.query(TAGGED, [id, tags]);
  await sql.query(MONTHLY_BUDGETS, [id, BUDGETS]);
  await sql.query(MONTHLY_TAG_BUDGETS, [id, BUDGETS, tags]);
  const { rows: found } = await sql.query<{ id: string }>(
    `select id from categories where owner_id = $1 and type = 'expense' order by id limit 1`,
    [id],
  );
  return { id, rows, walletIds, categoryId: found[0]?.id ?? '', tagId: tags[0] ?? '' };
}

/**
 * A row in twenty is a transfer between own wallets, which the sums of categories leave out. Every row says where it was,
 * one in four that it was a market, and `MATCHES` rows that it was in Zanzibar.
 */
const ROWS = `
  with named as (
    select id, type, row_number() over (order by id) - 1 as place, count(*) over () as size
    from categories where owner_id = $1),
  numbered as (
    select n, n % 20 = 0 as within, (hashint4(n) & 2147483647) as chance from generate_series(1, $3::integer) n)
  insert into transactions (id, owner_id, wallet_id, category_id, type, direction, amount, currency, description,
    occurred_at, date, time_zone, source, status, transfer_id, created_at, updated_at)
  select gen_random_uuid(), $1, ($2::uuid[])[1 + chance / $5 % 3], case when not within then c.id end,
    case when within then 'transfer' else c.type end,
    case when within or c.type = 'expense' then 'out' else 'in' end,
    100 + chance % 20000, 'USD',
    (array['Corner shop','Street market','Night train','Book store','Coffee bar','Bakery','Pharmacy','Garden'])[1 + chance % 8]
      || ' ' || (array['Lisbon','Porto','Oslo','Riga','Vienna','Ghent','Malaga'])[1 + chance % 7]
      || case when n % $4 = 0 then ' Zanzibar' else '' end || ' ' || n,
    day + chance % 86400 * interval '1 second', day::date, 'UTC', 'own', 'posted', gen_random_uuid(),
    day + chance % 86400 * interval '1 second', day + chance % 86400 * interval '1 second'
  from numbered
  join named c on c.place = chance % c.size,
  lateral (select date_trunc('day', now() at time zone 'UTC') - (chance % $5) * interval '1 day' as day) d`;

/** A row in four has a tag, a quarter of those another. */
const TAGGED = `
  insert into transaction_tags (owner_id, transaction_id, tag_id)
  select distinct owner_id, id, tag_id
  from (select id, owner_id, hashtext(id::text) & 2147483647 as chance from transactions where owner_id = $1) as row
  cross join lateral unnest(array[
    ($2::uuid[])[1 + chance / 16 % cardinality($2)],
    case when chance % 16 = 0 then ($2::uuid[])[1 + chance / 512 % cardinality($2)] end]) as tag_id
  where chance % 4 = 0 and tag_id is not null`;

/** Over two tags each, one of which all have. */
const MONTHLY_TAG_BUDGETS = `
  insert into budgets (id, owner_id, tag_ids, amount, currency, starts_on, ends_on, created_at, updated_at)
  select gen_random_uuid(), $1, array[($3::uuid[])[1], ($3::uuid[])[2 + n % 19]], 1000000000, 'USD', starts,
    starts + interval '1 month' - interval '1 day', now(), now()
  from generate_series(1, $2::integer) n,
  lateral (select (date_trunc('month', now()) - (n % 36) * interval '1 month')::date as starts) d`;

const MONTHLY_BUDGETS = `
  insert into budgets (id, owner_id, category_ids, amount, currency, starts_on, ends_on, created_at, updated_at)
  select gen_random_uuid(), $1, array[c.id], 1000000000, 'USD', starts, starts + interval '1 month' - interval '1 day', now(), now()
  from generate_series(1, $2::integer) n,
  lateral (select (date_trunc('month', now()) - (n % 36) * interval '1 month')::date as starts) d,
  lateral (select id from categories where owner_id = $1 and type = 'expense' order by id offset n % 10 limit 1) c`;
