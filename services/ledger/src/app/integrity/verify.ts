import { makeBlock } from '../../domain/block.ts';
import type { Block } from '../../domain/block.ts';
import type { IntegrityStore } from '../ports.ts';

export interface Breach {
  law: string;
  what: string;
  detail: string;
}

/**
 * Recomputes everything: balances, zero sums, sequences, holds, points and the chain of blocks. Answers the first
 * difference, null when there is none. `onChecked` hears of each law that holds.
 */
export function createVerify(store: IntegrityStore) {
  return async (onChecked: (law: string, detail: string) => void = () => undefined): Promise<Breach | null> => {
    for (const law of store.laws) {
      const [first] = await store.breaches(law);
      if (first) return { law, ...first };
      onChecked(law, '');
    }
    return verifyChain(store, onChecked);
  };
}

const LAW = 'sealed blocks are as they were sealed';

async function verifyChain(
  store: IntegrityStore,
  onChecked: (law: string, detail: string) => void,
): Promise<Breach | null> {
  let previous: Block | null = null;
  let transfers = 0;
  for (;;) {
    const block: Block | null = await store.block((previous?.number ?? 0n) + 1n);
    if (!block) break;
    const what = `block ${block.number}`;
    const rows = await store.rows(previous?.lastTransferId ?? null, block.lastTransferId, block.transfers + 1);
    if (rows.length !== block.transfers) {
      return { law: LAW, what, detail: `it sealed ${block.transfers} transfers, ${rows.length} are there` };
    }
    const recomputed = makeBlock(previous, rows);
    if (!recomputed.hash.equals(block.hash) || !recomputed.previousHash.equals(block.previousHash)) {
      return { law: LAW, what, detail: `a transfer from ${rows[0]?.id ?? ''} to ${block.lastTransferId} was changed` };
    }
    transfers += block.transfers;
    previous = block;
  }
  onChecked(LAW, `${previous?.number ?? 0n} blocks, ${transfers} transfers`);
  return null;
}
