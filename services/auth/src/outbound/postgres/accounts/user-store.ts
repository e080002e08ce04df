import type { Knex } from 'knex';
import { columns, fromRow, fromRows, toRow } from '@florin/service-kit/postgres';
import type { Identifier } from '../../../app/accounts/ports.ts';
import type { User } from '../../../domain/user.ts';

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

export async function find(db: Knex, { kind, value }: Identifier): Promise<User | undefined> {
  const row = await db<Record<string, unknown>>('users')
    .where(COLUMN[kind], value)
    .first(...COLUMNS);
  return row && fromRow<User>(row);
}

export function lock(trx: Knex, id: string): Promise<User | undefined> {
  return lockBy(trx, { kind: 'id', value: id });
}

export async function lockBy(trx: Knex, { kind, value }: Identifier): Promise<User | undefined> {
  const row = await trx<Record<string, unknown>>('users')
    .where(COLUMN[kind], value)
    .forNoKeyUpdate()
    .first(...COLUMNS);
  return row && fromRow<User>(row);
}

export async function list(db: Knex, ids: readonly string[]): Promise<User[]> {
  return fromRows<User>(
    await db<Record<string, unknown>>('users')
      .whereIn('id', ids)
      .select(...COLUMNS),
  );
}

export async function insert(trx: Knex, user: User): Promise<void> {
  await trx('users').insert(toRow(user));
}

export async function update(trx: Knex, id: string, fields: Partial<User>): Promise<void> {
  await trx('users').where({ id }).update(toRow(fields));
}

export function takenBy(error: unknown): 'email' | 'username' | 'mobile' | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505') return undefined;
  if (constraint === 'users_email_normal_key') return 'email';
  if (constraint === 'users_username_normal_key') return 'username';
  return constraint === 'users_mobile_key' ? 'mobile' : undefined;
}

export async function retire(trx: Knex, userId: string, hashes: Buffer[]): Promise<void> {
  if (hashes.length === 0) return;
  await trx('retired_identifiers')
    .insert(hashes.map((hash) => ({ hash, user_id: userId })))
    .onConflict('hash')
    .merge();
}

export async function unretire(trx: Knex, hash: Buffer): Promise<void> {
  await trx('retired_identifiers').where({ hash }).delete();
}

export async function findRetired(db: Knex, hash: Buffer): Promise<User | undefined> {
  const row = await db('users')
    .join('retired_identifiers', 'users.id', 'retired_identifiers.user_id')
    .where('retired_identifiers.hash', hash)
    .first<Record<string, unknown> | undefined>('users.*');
  return row && fromRow<User>(row);
}

export async function findFederated(db: Knex, issuer: string, subject: string): Promise<string | undefined> {
  const row = await db('federated_identities')
    .where({ issuer, subject })
    .first<{ user_id: string } | undefined>('user_id');
  return row?.user_id;
}

export async function linkFederated(
  trx: Knex,
  identity: { issuer: string; subject: string; userId: string; email: string | null; createdAt: Date },
): Promise<void> {
  await trx('federated_identities').insert(toRow(identity)).onConflict(['issuer', 'subject']).ignore();
}

export async function federatedOf(db: Knex, userId: string): Promise<{ issuer: string; createdAt: Date }[]> {
  return fromRows(
    await db('federated_identities')
      .where({ user_id: userId })
      .select<Record<string, unknown>[]>('issuer', 'created_at'),
  );
}

export async function unlinkFederated(trx: Knex, userId: string, since = new Date(0)): Promise<number> {
  return trx('federated_identities').where({ user_id: userId }).where('created_at', '>=', since).delete();
}
