import { readFileSync, readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Lets the threads that hash passwords run when nobody else wants the core: on a busy machine the event loop and the
 * database are served first, and a hash takes a little longer. Linux alone names threads; elsewhere nothing happens.
 */
export function lowerHashThreads(): void {
  if (process.platform !== 'linux') return;
  try {
    for (const thread of readdirSync('/proc/self/task')) {
      if (!readFileSync(`/proc/self/task/${thread}/comm`, 'utf8').startsWith('libuv-worker')) continue;
      setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);
    }
  } catch {
    // a system that forbids it works on as it did
  }
}
