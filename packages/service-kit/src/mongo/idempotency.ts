import { Schema, trusted, type Connection } from 'mongoose';
import { FlorinError, isFlorinError } from '@florin/errors';
import { newId, type Clock } from '../ids.ts';
import { decodeJson, encodeJson } from '../json.ts';
import { requestHash, type IdempotentReply, type IdempotentRequest } from '../request-hash.ts';

export interface Idempotency {
  /**
   * Runs `effect` once per scope and key: a repeat gets the first reply with `replayed: true`. The effect gets an id that
   * is the same when a crashed effect is tried again, so that it can tell what it has done already.
   * Throws IDEMPOTENCY_MISMATCH when the key came with another request, CONFLICT while the first one is under way.
   */
  once<T>(request: IdempotentRequest, effect: (effectId: string) => Promise<T>): Promise<IdempotentReply<T>>;
}

interface KeyDocument {
  /** scope and key */
  _id: string;
  hash: string;
  effectId: string;
  leaseUntil: Date;
  reply?: string;
  createdAt: Date;
}

/** Time after which a process that has not finished its effect is taken for dead. */
const LEASE_MS = 15_000;
const KEPT_SECONDS = 24 * 60 * 60;

/**
 * Keeps replies for a day in the collection `idempotency_keys`. The key is reserved first, so that two requests at a
 * time can't both run the effect; when a process dies within it, a repeat after the lease runs it again.
 */
export function createIdempotency(connection: Connection, clock: Clock): Idempotency {
  const keys = createModel(connection);
  const leaseUntil = () => new Date(clock().getTime() + LEASE_MS);

  async function reserve(_id: string, hash: string): Promise<{ effectId: string } | { reply: string }> {
    const effectId = newId();
    try {
      await keys.create({ _id, hash, effectId, leaseUntil: leaseUntil(), createdAt: clock() });
      return { effectId };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const known = await keys.findById(_id).lean<KeyDocument>();
    if (known && known.hash !== hash) {
      throw new FlorinError('IDEMPOTENCY_MISMATCH', 'This Idempotency-Key was used with another request body');
    }
    if (known?.reply !== undefined) return { reply: known.reply };
    const taken = await keys
      .findOneAndUpdate(
        { _id, reply: trusted({ $exists: false }), leaseUntil: trusted({ $lt: clock() }) },
        { $set: { leaseUntil: leaseUntil() } },
      )
      .lean<KeyDocument>();
    if (taken) return { effectId: taken.effectId };
    throw new FlorinError('CONFLICT', 'A request with this Idempotency-Key is under way', { retryAfterSeconds: 1 });
  }

  return {
    async once<T>({ scope, key, request }: IdempotentRequest, effect: (effectId: string) => Promise<T>) {
      if (key === undefined) return { body: await effect(newId()), replayed: false };
      const _id = `${scope} ${key}`;
      const reserved = await reserve(_id, requestHash(request).toString('base64url'));
      if ('reply' in reserved) return { body: decodeJson(reserved.reply) as T, replayed: true };
      try {
        const body = await effect(reserved.effectId);
        await keys.updateOne({ _id }, { $set: { reply: encodeJson(body) } });
        return { body, replayed: false };
      } catch (error) {
        // a refusal left nothing behind; after any other failure nobody knows, and the lease and effect id sort it out
        if (isFlorinError(error)) await keys.deleteOne({ _id, effectId: reserved.effectId });
        throw error;
      }
    },
  };
}

function createModel(connection: Connection) {
  const schema = new Schema<KeyDocument>(
    { _id: String, hash: String, effectId: String, leaseUntil: Date, reply: String, createdAt: Date },
    { versionKey: false, minimize: false, strict: 'throw', autoCreate: false },
  );
  schema.index({ createdAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });
  return connection.model<KeyDocument>('Idempotency', schema, 'idempotency_keys');
}

/** True for the driver's duplicate key error, on an index whose name contains `index` when given. */
export function isDuplicateKey(error: unknown, index = ''): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === 11_000 && String(message).includes(index);
}
