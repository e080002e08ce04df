import { BLOCK_TRANSFERS, makeBlock, showAnchor, type Anchor, type Block } from '../../domain/block.ts';
import type { Breach, IntegrityStore, VerifyOptions } from './ports.ts';

const CHAIN = 'sealed blocks are as they were sealed';
const ANCHOR = 'the anchored block is the one that was kept';

/** Recomputes every block up to the last and compares the anchored one. Returns the first difference. */
export async function verifyChain(
  store: IntegrityStore,
  { onChecked, anchor, onChainEnd }: VerifyOptions,
): Promise<Breach | null> {
  const last = await store.lastBlock();
  let previous: Block | null = null;
  let transfers = 0;
  for (let number = 1n; number <= (last?.number ?? 0n); number += 1n) {
    const block = await store.block(number);
    const fault = block ? await faultIn(store, previous, block) : `it is missing, the last block is ${last?.number}`;
    if (fault !== null) return { law: CHAIN, what: `block ${number}`, detail: fault };
    previous = block;
    transfers += block?.transfers ?? 0;
  }
  onChecked?.(CHAIN, `${last?.number ?? 0n} blocks, ${transfers} transfers`);
  if (anchor) {
    const breach = await anchorBreach(store, anchor, last);
    if (breach) return breach;
    onChecked?.(ANCHOR, `block ${anchor.number}`);
  }
  onChainEnd?.({ last, unsealed: await store.unsealed(last?.lastTransferId ?? null) });
  return null;
}

/** What is wrong with a block; null when it is as it was sealed. */
async function faultIn(store: IntegrityStore, previous: Block | null, block: Block): Promise<string | null> {
  if (block.transfers > BLOCK_TRANSFERS) return `it says it sealed ${block.transfers} transfers, too many for a block`;
  const rows = await store.rows(previous?.lastTransferId ?? null, block.lastTransferId, block.transfers + 1);
  if (rows.length !== block.transfers) return `it sealed ${block.transfers} transfers, ${rows.length} are there`;
  const { hash, previousHash, lastTransferId } = makeBlock(previous, rows);
  if (!previousHash.equals(block.previousHash)) return 'it does not follow the block before it';
  return hash.equals(block.hash) && lastTransferId === block.lastTransferId
    ? null
    : `it or a transfer from ${rows[0]?.id ?? ''} to ${block.lastTransferId} was changed`;
}

async function anchorBreach(store: IntegrityStore, anchor: Anchor, last: Block | null): Promise<Breach | null> {
  const what = `block ${anchor.number}`;
  const block = await store.block(anchor.number);
  if (!block) {
    const end = last ? `the last block is ${last.number}` : 'there are no blocks';
    return { law: ANCHOR, what, detail: `it is missing, ${end}` };
  }
  if (block.hash.equals(anchor.hash)) return null;
  return { law: ANCHOR, what, detail: `it is ${showAnchor(block)}, ${showAnchor(anchor)} was kept` };
}
