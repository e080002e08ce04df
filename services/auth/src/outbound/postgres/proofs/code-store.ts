import type { Knex } from 'knex';
import { fromRows, toRow } from '@florin/service-kit/postgres';
import type { CodeKey } from '../../../app/codes/ports.ts';
import type { Code } from '../../../domain/code.ts';

const where = ({ userId, purpose, address }: CodeKey) => ({ user_id: userId, purpose, address });

export async function lock(
  trx: Knex,
  { userId, purposes, address }: { userId: string; purposes: readonly string[]; address: string },
): Promise<Code[]> {
  const rows = await trx<Record<string, unknown>>('codes')
    .where({ user_id: userId, address })
    .whereIn('purpose', [...purposes])
    .orderByRaw("purpose = 'any'")
    .forUpdate();
  return fromRows<Code>(rows);
}

export async function put(trx: Knex, code: Code): Promise<void> {
  await trx('codes').insert(toRow(code)).onConflict(['user_id', 'purpose', 'address']).merge();
}

export async function update(trx: Knex, key: CodeKey, fields: Partial<Code>): Promise<void> {
  await trx('codes').where(where(key)).update(toRow(fields));
}

export async function voidAll(trx: Knex, userId: string): Promise<void> {
  await trx('codes').where({ user_id: userId }).whereNull('ended').update({ ended: 'void' });
}

export async function prune(db: Knex, before: Date): Promise<void> {
  await db('codes').where('expires_at', '<', before).delete();
}
