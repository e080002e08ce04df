import type { Knex } from 'knex';
import { FlorinError, isFlorinError } from '@florin/errors';
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

/** A request whose reply is known before its effect. */
interface ForeseenRequest<T> extends IdempotentRequest {
  reply: T;
}

/**
 * `withIdempotency` for many requests in one transaction, of which no two have one scope and key; they may hold bigints and
 * Dates as their replies may. `effect` gets those that
 * are new, and tells which of them it refuses and why: their keys are free again, and nothing of them may be written. Answers
 * in the order of the requests; a refusal or IDEMPOTENCY_MISMATCH is an answer.
 */
export async function withIdempotencyOfMany<T, R extends ForeseenRequest<T>>(
  knex: Knex,
  requests: readonly R[],
  effect: (trx: Knex.Transaction, fresh: readonly R[]) => Promise<ReadonlyMap<R, Error>>,
): Promise<(IdempotentReply<T> | Error)[]> {
  return knex.transaction(async (trx) => {
    const known = await insertKeys<T, R>(trx, requests);
    const fresh = requests.filter((request) => !known.has(request));
    const refused = await effect(trx, fresh);
    const freed = [...refused.keys()].flatMap(({ scope, key }) => (key === undefined ? [] : [[scope, key]]));
    if (freed.length > 0) await trx('idempotency_keys').whereIn(['scope', 'key'], freed).delete();
    return requests.map(
      (request) => known.get(request) ?? refused.get(request) ?? { body: request.reply, replayed: false },
    );
  });
}

/** Inserts the keys with their replies, in one order for all; returns what those that are there already answer. */
async function insertKeys<T, R extends ForeseenRequest<T>>(trx: Knex.Transaction, requests: readonly R[]) {
  const answers = new Map<R, IdempotentReply<T> | Error>();
  const keyed = requests.flatMap((request) => {
    const { scope, key, reply } = request;
    return key === undefined
      ? []
      : [{ request, scope, key, hash: requestHash(toJson(request.request)), reply: toJson(reply) }];
  });
  if (keyed.length === 0) return answers;
  const { rows } = await trx.raw<{ rows: { scope: string; key: string }[] }>(
    `insert into idempotency_keys (scope, key, request_hash, reply)
     select scope, key, decode(hash, 'hex'), reply
     from unnest(?::text[], ?::text[], ?::text[], ?::jsonb[]) as given (scope, key, hash, reply)
     order by scope, key on conflict do nothing returning scope, key`,
    [
      keyed.map(({ scope }) => scope),
      keyed.map(({ key }) => key),
      keyed.map(({ hash }) => hash.toString('hex')),
      keyed.map(({ reply }) => JSON.stringify(reply)),
    ],
  );
  const inserted = new Set(rows.map(({ scope, key }) => JSON.stringify([scope, key])));
  for (const { request, scope, key, hash } of keyed) {
    if (inserted.has(JSON.stringify([scope, key]))) continue;
    const answer = firstReply<T>(trx, scope, key, hash).then((body) => ({ body, replayed: true }));
    answers.set(
      request,
      await answer.catch((error: unknown) => {
        if (isFlorinError(error)) return error;
        throw error;
      }),
    );
  }
  return answers;
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
