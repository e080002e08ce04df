import type { Knex } from 'knex';
import { FlorinError } from '@florin/errors';
import { fromJson, toJson } from '../json.ts';
import { requestHash, type IdempotentReply, type IdempotentRequest } from '../request-hash.ts';

/** Creates the table that `withIdempotency` uses; for a service's migration. */
export async function createIdempotencyTable(knex: Knex): Promise<void> {
  await knex.schema.createTable('idempotency_keys', (table) => {
    table.text('scope').notNullable();
    table.text('key').notNullable();
    table.binary('request_hash').notNullable();
    table.jsonb('reply');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['scope', 'key']);
  });
}

/**
 * Runs `effect` in a transaction, once per scope and key: a repeat gets the first reply with `replayed: true`. A second
 * request of the same key waits for the first to commit. A failed effect leaves nothing, so a repeat tries again.
 * Throws IDEMPOTENCY_MISMATCH when the key came with another request. A reply may hold bigints and Dates.
 */
export async function withIdempotency<T>(
  knex: Knex,
  { scope, key, request }: IdempotentRequest,
  effect: (trx: Knex.Transaction) => Promise<T>,
): Promise<IdempotentReply<T>> {
  return knex.transaction(async (trx) => {
    if (key === undefined) return { body: await effect(trx), replayed: false };
    const hash = requestHash(request);
    const inserted = await trx('idempotency_keys')
      .insert({ scope, key, request_hash: hash })
      .onConflict(['scope', 'key'])
      .ignore()
      .returning('key');
    if (inserted.length === 0) return { body: await firstReply<T>(trx, scope, key, hash), replayed: true };
    const body = await effect(trx);
    await trx('idempotency_keys')
      .where({ scope, key })
      .update({ reply: JSON.stringify(toJson(body)) });
    return { body, replayed: false };
  });
}

/** Deletes keys that are older, at most `limit`; returns how many. */
export function forgetKeysBefore(knex: Knex, time: Date, limit: number): Promise<number> {
  const old = knex('idempotency_keys').where('created_at', '<', time).limit(limit);
  return knex('idempotency_keys').whereIn(['scope', 'key'], old.select('scope', 'key')).delete();
}

async function firstReply<T>(trx: Knex.Transaction, scope: string, key: string, hash: Buffer): Promise<T> {
  const row = await trx('idempotency_keys').where({ scope, key }).first<{ request_hash: Buffer; reply: unknown }>();
  if (!row.request_hash.equals(hash)) {
    throw new FlorinError('IDEMPOTENCY_MISMATCH', 'This Idempotency-Key was used with another request body');
  }
  return fromJson(row.reply) as T;
}
