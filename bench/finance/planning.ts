import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '@florin/service-kit';
import type { Person } from './people.ts';
import type { World } from './world.ts';

const RULES = 100;
const PREVIEWS = 5;

/** Milliseconds of a preview of 100 rules over all rows of a person: the median. */
export async function previewRules({ as }: World, { id, categoryId }: Person): Promise<number> {
  const caller = as(id);
  for (let number = 0; number < RULES; number += 1) {
    const conditions = [
      { field: 'text', is: 'contains', value: number % 10 === 0 ? `market ${number}` : `shop number ${number}` },
      { field: 'amount', min: number, max: 1_000_000 },
    ];
    await caller.post('/v1/rules', {
      name: `R${number}`,
      conditions,
      actions: { categoryId, addTags: [`t${number}`] },
    });
  }
  const times: number[] = [];
  for (let round = 0; round <= PREVIEWS; round += 1) {
    const began = performance.now();
    await caller.post('/v1/rules/preview', {});
    if (round > 0) times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[PREVIEWS >> 1] ?? Number.NaN;
}

const SOON_MS = 3_000;
const POLL_MS = 100;
const LONGEST_MS = 120_000;

/** Plans of so many people that fall due at one moment; seconds until all of them are posted. */
export async function postRecurring({ as, sql }: World, people: number, each: number): Promise<number> {
  const owners: string[] = [];
  const dueAt = () => new Date(Date.now() + SOON_MS);
  for (let number = 0; number < people; number += 1) {
    const id = newId();
    const caller = as(id);
    const wallet = (await caller.post('/v1/wallets', { name: 'Cash', currency: 'USD' })) as { id: string };
    const category = (await caller.post('/v1/categories', { name: 'Rent', type: 'expense' })) as { id: string };
    await sql.query(PLANS, [id, wallet.id, category.id, new Date(8.64e12), each]);
    owners.push(id);
  }
  const due = dueAt();
  await sql.query('update recurring_transactions set next_at = $2 where owner_id = any($1)', [owners, due]);
  const posted = async () => {
    const { rows } = await sql.query<{ count: string }>(
      `select count(*) from recurring_occurrences where owner_id = any($1) and status = 'posted'`,
      [owners],
    );
    return Number(rows[0]?.count);
  };
  await wait(SOON_MS);
  while ((await posted()) < people * each) {
    if (Date.now() - due.getTime() > LONGEST_MS) return Number.NaN;
    await wait(POLL_MS);
  }
  return (Date.now() - due.getTime()) / 1_000;
}

const PLANS = `
  insert into recurring_transactions (id, owner_id, type, direction, wallet_id, category_id, amount, currency, description,
    frequency, every, start_date, last_day_of_month, weekend_rule, time, time_zone, first_number, next_number, next_date,
    next_at, status, created_at, updated_at)
  select gen_random_uuid(), $1, 'expense', 'out', $2, $3, 5, 'USD', 'Rent ' || n, 'monthly', 1, current_date, false, 'stay',
    '00:00', 'UTC', 0, 0, current_date, $4, 'active', now(), now()
  from generate_series(1, $5) n`;
