import { type Import, LEASE_MS } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Somebody else goes on with the import, or it was changed, or this process stops. */
class Lost extends Error {}

export const isLost = (error: unknown): boolean => error instanceof Lost;

export interface Hold {
  /** In the transaction of what is written: nobody else writes as well. Throws when it is lost. */
  renew(tx: Tx, done: number, total: number): Promise<void>;
  /** Now and then, so that progress is seen and nobody else takes it for abandoned. Throws when it is lost. */
  tell(done: number, total: number): Promise<void>;
}

const TELL_MS = 500;

/** The hold that a worker has on an import it claimed. It gives it back when the process is to stop. */
export function createHold({ stores, clock }: Pick<Deps, 'stores' | 'clock'>, one: Import, signal: AbortSignal): Hold {
  let told = performance.now();
  const until = () => new Date(clock().getTime() + LEASE_MS);
  const require = (held: boolean) => {
    told = performance.now();
    if (!held) throw new Lost();
  };
  return {
    renew: async (tx, done, total) => {
      require(await tx.imports.hold(one, { done, total }, until()));
    },
    tell: async (done, total) => {
      if (signal.aborted) {
        await stores.imports.hold(one, { done, total }, clock());
        throw new Lost();
      }
      if (performance.now() - told < TELL_MS) return;
      require(await stores.imports.hold(one, { done, total }, until()));
    },
  };
}
