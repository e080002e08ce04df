import type { Pool } from 'pg';
import { FlorinError, notFound } from '@florin/errors';
import type { MakeEvent } from '@florin/messaging';
import { createEvents } from '@florin/messaging';
import type { Clock } from '@florin/service-kit';
import { newId } from '@florin/service-kit';
import type { AccountDetails, AccountStore, NewAccount } from '../../app/ports.ts';
import { SYSTEM_SHARDS } from '../../domain/posting/account.ts';
import { refuseAmount, refuseStatus } from '../../domain/posting/decide.ts';
import { lockAccount } from './engine/lock-account.ts';
import { ACCOUNT_COLUMNS } from './engine/posting-sql.ts';
import type { AccountRow } from './engine/rows.ts';
import { toAccount } from './engine/rows.ts';

const COLUMNS = `${ACCOUNT_COLUMNS}, reference, created_at`;
const MOST = 5_000;

interface DetailsRow extends AccountRow {
  reference: string;
  created_at: Date;
}

const toDetails = (row: DetailsRow): AccountDetails => ({
  ...toAccount(row),
  reference: row.reference,
  createdAt: row.created_at,
});

export function createAccountStore(pool: Pool, clock: Clock, onOpened: () => void): AccountStore {
  const makeEvent = createEvents({ producer: 'ledger', clock });
  const select = async (where: string, values: unknown[]): Promise<AccountDetails[]> => {
    // named, so that each connection plans it once
    const text = `SELECT ${COLUMNS} FROM accounts ${where} LIMIT ${MOST}`;
    const { rows } = await pool.query<DetailsRow>({ name: where, text, values });
    if (rows.length === MOST)
      throw new FlorinError('INVALID_ARGUMENT', `more than ${MOST} accounts: ask for fewer owners`);
    return rows.map(toDetails);
  };
  return {
    open: async (account) => {
      await insert(pool, makeEvent, account, clock());
      onOpened();
      const [found] = await select(...nameOf(account));
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
    requireRoom: async (tx, id, amount) => {
      const account = await lockAccount(tx, id);
      const refusal = account
        ? (refuseStatus(account, { pays: true }) ?? refuseAmount(account, amount))
        : notFound('account');
      if (refusal) throw refusal;
    },
    byIds: (ids) => select('WHERE id = ANY ($1::uuid[])', [ids]),
    ofOwners: (ownerIds) => select('WHERE owner_id = ANY ($1::uuid[]) ORDER BY created_at, id', [ownerIds]),
  };
}

/** Adds the account with its event unless it is there. */
async function insert(pool: Pool, makeEvent: MakeEvent, account: NewAccount, now: Date): Promise<void> {
  const { ownerId, currency, kind, reference, creditLimit } = account;
  const id = newId();
  const data = { accountId: id, ownerId, currency, kind, reference: reference === '' ? null : reference };
  const event = makeEvent('ledger.account-opened.v1', id, data, { occurredAt: now });
  await pool.query(
    `WITH added AS (
       INSERT INTO accounts (id, owner_id, currency, kind, reference, credit_limit, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id)
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
