import type { Pool } from 'pg';
import { FlorinError } from '@florin/errors';
import { createEvents, type MakeEvent } from '@florin/messaging';
import type { Clock } from '@florin/service-kit';
import type { AccountDetails, AccountStore, NewAccount } from '../../app/accounts/ports.ts';
import { SYSTEM_SHARDS } from '../../domain/posting/account.ts';
import { countsAt, lockAccount, lockCounting } from './engine/lock-account.ts';
import { type AccountRow, ACCOUNT_COLUMNS, accountQuery, toAccount } from './engine/account-rows.ts';
import { clientOf } from './engine/transact.ts';

const COLUMNS = `${ACCOUNT_COLUMNS}, reference, created_at`;
const MAX_ROWS = 5_000;

type DetailsRow = [...account: AccountRow, reference: string, createdAt: Date];

function toDetails(row: DetailsRow): AccountDetails {
  const [reference, createdAt] = row.slice(-2) as [string, Date];
  return { ...toAccount(row), reference, createdAt };
}

export interface AccountStoreNeeds {
  pool: Pool;
  clock: Clock;
  newId: () => string;
  /** called after an account was opened, whose event waits in the outbox */
  onOpened: () => void;
}

export function createAccountStore({ pool, clock, newId, onOpened }: AccountStoreNeeds): AccountStore {
  const makeEvent = createEvents({ producer: 'ledger', clock, newId });
  const select = async (where: string, values: unknown[]): Promise<AccountDetails[]> => {
    // named, so that each connection plans it once
    const text = `SELECT ${COLUMNS} FROM accounts ${where} LIMIT ${MAX_ROWS}`;
    const { rows } = await pool.query<DetailsRow>(accountQuery(text, values, where));
    if (rows.length === MAX_ROWS)
      throw new FlorinError('INVALID_ARGUMENT', `more than ${MAX_ROWS} accounts: ask for fewer owners`);
    return rows.map(toDetails);
  };
  return {
    open: async (account) => {
      const add = () => insert({ pool, newId, makeEvent }, account, clock());
      const find = async () => (await select(...nameOf(account)))[0];
      await add();
      onOpened();
      let found = await find();
      // the owner's first main account, of another currency, came at the same time: now it is seen
      if (!found) {
        await add();
        found = await find();
      }
      if (!found) throw new Error('the account just opened is not there');
      if (found.currency === account.currency) return found;
      throw new FlorinError('CONFLICT', `An account of this reference is open in ${found.currency}`);
    },
    openSystem: async (name, currency) => {
      const ids = Array.from({ length: SYSTEM_SHARDS }, () => newId());
      await pool.query(
        `INSERT INTO accounts (id, currency, kind, reference, shard, created_at)
         SELECT id, $2, 'system', $3, shard - 1, $4 FROM unnest($1::uuid[]) WITH ORDINALITY AS s (id, shard)
         ON CONFLICT DO NOTHING`,
        [ids, currency, name, clock()],
      );
      const { rows } = await pool.query<{ id: string }>(
        `SELECT id FROM accounts WHERE kind = 'system' AND currency = $1 AND reference = $2 ORDER BY shard`,
        [currency, name],
      );
      return rows.map((row) => row.id);
    },
    lock: lockAccount,
    lockCounting,
    countsAt,
    ...createChanges(),
    byIds: (ids) => select('WHERE id = ANY ($1::uuid[])', [ids]),
    ofOwners: (ownerIds) => select('WHERE owner_id = ANY ($1::uuid[]) ORDER BY created_at, id', [ownerIds]),
  };
}

/** What is saved of a locked account outside of a posting. */
function createChanges() {
  return {
    saveHeld: async (tx, { id, held, spending: { day, dayCount, daySum, monthCount, monthSum } }) => {
      await clientOf(tx).query(
        `UPDATE accounts SET held = $2, spent_on = $3, day_count = $4, day_sum = $5, month_count = $6, month_sum = $7
         WHERE id = $1`,
        [id, held, day, dayCount, daySum, monthCount, monthSum],
      );
    },
    saveStatus: async (tx, id, status) => {
      await clientOf(tx).query('UPDATE accounts SET status = $2, frozen_with_owner = false WHERE id = $1', [
        id,
        status,
      ]);
    },
    setFrozenWithOwner: async (tx, id, frozen) => {
      const change = frozen
        ? `status = 'frozen', frozen_with_owner = true WHERE status = 'open'`
        : `status = 'open', frozen_with_owner = false WHERE status = 'frozen' AND frozen_with_owner`;
      await clientOf(tx).query(`UPDATE accounts SET ${change} AND id = $1`, [id]);
    },
    saveCreditLimit: async (tx, id, creditLimit) => {
      await clientOf(tx).query('UPDATE accounts SET credit_limit = $2 WHERE id = $1', [id, creditLimit]);
    },
    saveLimits: async (tx, id, limits) => {
      const stored = limits && JSON.stringify(limits, (_name, value: unknown) => asText(value));
      await clientOf(tx).query('UPDATE accounts SET limits = $2 WHERE id = $1', [id, stored]);
    },
  } satisfies Partial<AccountStore>;
}

const asText = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** Adds the account with its event unless it is there. */
async function insert(
  { pool, newId, makeEvent }: Pick<AccountStoreNeeds, 'pool' | 'newId'> & { makeEvent: MakeEvent },
  account: NewAccount,
  now: Date,
): Promise<void> {
  const { ownerId, currency, kind, reference, creditLimit } = account;
  const id = newId();
  const data = { accountId: id, ownerId, currency, kind, reference: reference === '' ? null : reference };
  const event = makeEvent('ledger.account-opened.v1', id, data, { occurredAt: now });
  await pool.query(
    `WITH added AS (
       INSERT INTO accounts (id, owner_id, currency, kind, reference, credit_limit, created_at, status, frozen_with_owner,
                             counts_at)
       SELECT $1, $2, $3, $4, $5, $6, $7, CASE WHEN frozen THEN 'frozen' ELSE 'open' END, frozen,
              (SELECT id FROM accounts WHERE owner_id = $2 AND kind = 'main' AND $4 = 'main' AND counts_at IS NULL)
       FROM (SELECT EXISTS (SELECT FROM frozen_users WHERE user_id = $2 AND frozen) AS frozen) f
       ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO outbox (event) SELECT $8::jsonb FROM added`,
    [id, ownerId, currency, kind, reference, creditLimit, now, JSON.stringify(event)],
  );
}

/** What makes an account the owner's only one of its name. */
function nameOf({ ownerId, kind, currency, reference }: NewAccount): [string, unknown[]] {
  if (kind === 'main') return [`WHERE kind = 'main' AND owner_id = $1 AND currency = $2`, [ownerId, currency]];
  if (kind === 'points') return [`WHERE kind = 'points' AND owner_id = $1`, [ownerId]];
  return [`WHERE kind = 'wallet' AND owner_id = $1 AND reference = $2`, [ownerId, reference]];
}
