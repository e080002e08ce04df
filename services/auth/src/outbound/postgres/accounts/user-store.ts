import type { Knex } from 'knex';
import { columns, fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import type { User } from '../../../domain/user.ts';
import type { UserStore } from '../../../app/accounts/ports.ts';
import { knexOf } from '../../transaction.ts';

const COLUMN = { id: 'id', email: 'email_normal', username: 'username_normal', mobile: 'mobile' } as const;

const COLUMNS = columns<User>({
  id: true,
  email: true,
  emailNormal: true,
  emailVerifiedAt: true,
  username: true,
  usernameNormal: true,
  mobile: true,
  mobileVerifiedAt: true,
  name: true,
  dateOfBirth: true,
  locale: true,
  timeZone: true,
  passwordHash: true,
  passwordVersion: true,
  passwordListed: true,
  passwordChangedAt: true,
  status: true,
  statusChangedAt: true,
  roles: true,
  provider: true,
  via: true,
  createdAt: true,
  updatedAt: true,
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Each of these has an index of its own, by which beginnings are found. */
function matchAny(where: Knex.QueryBuilder, query: string): void {
  if (UUID.test(query)) {
    void where.where('id', query.toLowerCase());
    return;
  }
  const beginning = `${literal(query.trim().toLowerCase())}%`;
  const digits = query.replace(/[\s().-]/g, '');
  void where
    .whereLike('email_normal', beginning)
    .orWhereLike('username_normal', beginning)
    .orWhereRaw('lower(name) LIKE ?', [beginning])
    .orWhereRaw(`lower(regexp_replace(name, '^.*\\s', '')) LIKE ?`, [beginning]);
  if (/^\+?\d+$/.test(digits)) void where.orWhereLike('mobile', `+${digits.replace('+', '')}%`);
}

export const users: UserStore = {
  find: async (db, { kind, value }) => {
    const row = await knexOf(db)<Record<string, unknown>>('users')
      .where(COLUMN[kind], value)
      .first(...COLUMNS);
    return row && fromRow<User>(row);
  },
  lock: (tx, id) => users.lockBy(tx, { kind: 'id', value: id }),
  lockBy: async (tx, { kind, value }) => {
    const row = await knexOf(tx)<Record<string, unknown>>('users')
      .where(COLUMN[kind], value)
      .forNoKeyUpdate()
      .first(...COLUMNS);
    return row && fromRow<User>(row);
  },
  list: async (db, ids) =>
    fromRows<User>(
      await knexOf(db)<Record<string, unknown>>('users')
        .whereIn('id', ids)
        .select(...COLUMNS),
    ),
  search: async (db, { query, before, limit }) => {
    const found = knexOf(db)<Record<string, unknown>>('users')
      .orderBy('id', 'desc')
      .limit(limit)
      .select(...COLUMNS);
    if (before !== undefined) void found.where('id', '<', before);
    if (query !== undefined) void found.where((either) => matchAny(either, query));
    return fromRows<User>(await found);
  },
  insert: async (tx, user) => {
    await knexOf(tx)('users').insert(toRow(user));
  },
  update: async (tx, id, fields) => {
    await knexOf(tx)('users').where({ id }).update(toRow(fields));
  },
  takenBy: (error) => {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== '23505') return undefined;
    if (constraint === 'users_email_normal_key') return 'email';
    if (constraint === 'users_username_normal_key') return 'username';
    return constraint === 'users_mobile_key' ? 'mobile' : undefined;
  },
  retire: async (tx, userId, hashes) => {
    if (hashes.length === 0) return;
    await knexOf(tx)('retired_identifiers')
      .insert(hashes.map((hash) => ({ hash, user_id: userId })))
      .onConflict('hash')
      .merge();
  },
  unretire: async (tx, hash) => {
    await knexOf(tx)('retired_identifiers').where({ hash }).delete();
  },
  findRetired: async (db, hash) => {
    const row = await knexOf(db)('users')
      .join('retired_identifiers', 'users.id', 'retired_identifiers.user_id')
      .where('retired_identifiers.hash', hash)
      .first<Record<string, unknown> | undefined>('users.*');
    return row && fromRow<User>(row);
  },
  findFederated: async (db, issuer, subject) => {
    const row = await knexOf(db)('federated_identities')
      .where({ issuer, subject })
      .first<{ user_id: string } | undefined>('user_id');
    return row?.user_id;
  },
  linkFederated: async (tx, identity) => {
    await knexOf(tx)('federated_identities').insert(toRow(identity)).onConflict(['issuer', 'subject']).ignore();
  },
  federatedOf: async (db, userId) =>
    fromRows(
      await knexOf(db)('federated_identities')
        .where({ user_id: userId })
        .select<Record<string, unknown>[]>('issuer', 'created_at'),
    ),
  unlinkFederated: async (tx, userId, since = new Date(0)) =>
    knexOf(tx)('federated_identities').where({ user_id: userId }).where('created_at', '>=', since).delete(),
};
