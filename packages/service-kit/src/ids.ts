import { v7 } from 'uuid';
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

/** The time now. Passed in, so that tests can set it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
