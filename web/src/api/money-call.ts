import { isFault, type Fault } from './fault.ts';

const TRIES = 3;
const WAIT_MS = 1_200;

/**
 * Makes a call that moves money under one key, and makes it again while nobody can say whether it had its effect: under the same key it
 * has it once. Throws the last fault.
 */
export async function certainly<T>(call: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isUnknown(error) || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * tried));
    }
  }
}

export const isUnknown = (error: unknown): error is Fault => isFault(error) && error.unknown;
