import { v7 } from 'uuid';
import { z } from 'zod';
import { invalidField } from '@florin/errors';
import { randomChunk } from './random.ts';

const state = { msecs: 0, seq: 0 };

/** A new uuid v7: sorts by time of creation, also within a millisecond of this process. */
export function newId(): string {
  const random = randomChunk(16);
  const now = Date.now();
  if (now > state.msecs) {
    state.msecs = now;
    // the upper half stays free, so that counting up has room
    state.seq = random.readUInt32BE(0) >>> 2;
  } else state.seq += 1;
  return v7({ random, ...state });
}

/** A UUID, in lower case as ids are kept and compared: the type of every id that comes from outside. */
export const uuid = z.uuid().toLowerCase();

/** Whether a text from outside is a UUID, in either case. */
export function isUuid(value: string): boolean {
  return uuid.safeParse(value).success;
}

/** A UUID from outside in lower case. Throws INVALID_ARGUMENT on `field`. */
export function readUuid(value: string, field: string): string {
  const parsed = uuid.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidField(field, 'must be a UUID');
}

/** The time now. Passed in, so that tests can set it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
