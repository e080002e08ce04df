import type { Model } from 'mongoose';
import { trusted } from 'mongoose';
import { FlorinError, isFlorinError } from '@florin/errors';
import type { Clock } from '@florin/service-kit';
import { newId, requestHash } from '@florin/service-kit';
import type { Idempotency } from '../../app/ports.ts';
import type { IdempotencyDoc } from './models.ts';
import { isDuplicate } from './models.ts';

const LEASE_MS = 15_000;

/**
 * Replies kept for a day by scope and key. The key is reserved first, so that two at a time can't both run; when a
 * process dies within the effect, a repeat after the lease runs it again with the same effect id.
 */
export function createIdempotency(keys: Model<IdempotencyDoc>, clock: Clock): Idempotency {
  const leaseUntil = () => new Date(clock().getTime() + LEASE_MS);

  async function reserve(_id: string, hash: string): Promise<{ effectId: string } | { reply: string }> {
    const effectId = newId();
    try {
      await keys.create({ _id, hash, effectId, leaseUntil: leaseUntil(), createdAt: clock() });
      return { effectId };
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const known = await keys.findById(_id).lean<IdempotencyDoc>();
    if (known && known.hash !== hash) {
      throw new FlorinError('IDEMPOTENCY_MISMATCH', 'This Idempotency-Key was used with another request body');
    }
    if (known?.reply !== undefined) return { reply: known.reply };
    const taken = await keys
      .findOneAndUpdate(
        { _id, reply: trusted({ $exists: false }), leaseUntil: trusted({ $lt: clock() }) },
        { $set: { leaseUntil: leaseUntil() } },
      )
      .lean<IdempotencyDoc>();
    if (taken) return { effectId: taken.effectId };
    throw new FlorinError('CONFLICT', 'A request with this Idempotency-Key is under way', { retryAfterSeconds: 1 });
  }

  return {
    once: async <T>(
      { scope, key, request }: Parameters<Idempotency['once']>[0],
      effect: (id: string) => Promise<T>,
    ) => {
      if (key === undefined) return { body: await effect(newId()), replayed: false };
      const _id = `${scope} ${key}`;
      const reserved = await reserve(_id, requestHash(request).toString('base64url'));
      if ('reply' in reserved) return { body: JSON.parse(reserved.reply) as T, replayed: true };
      try {
        const body = await effect(reserved.effectId);
        await keys.updateOne({ _id }, { $set: { reply: JSON.stringify(body) } });
        return { body, replayed: false };
      } catch (error) {
        // a refusal left nothing behind; after any other failure nobody knows, and the lease and effect id sort it out
        if (isFlorinError(error)) await keys.deleteOne({ _id, effectId: reserved.effectId });
        throw error;
      }
    },
  };
}
