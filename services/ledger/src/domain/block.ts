import { createHash } from 'node:crypto';

/** A transfer with its entries as the database's text, so that nothing is lost or rounded on the way to the hash. */
export interface SealedRow {
  id: string;
  /** every column of the transfer and of its entries, in a fixed order */
  text: string;
}

export interface Block {
  number: bigint;
  lastTransferId: string;
  transfers: number;
  previousHash: Buffer;
  hash: Buffer;
}

export const GENESIS = Buffer.alloc(32);

/** The block after `previous`: SHA-256 over the hash before it and every row, each led by its length. */
export function makeBlock(previous: Pick<Block, 'number' | 'hash'> | null, rows: readonly SealedRow[]): Block {
  const last = rows.at(-1);
  if (!last) throw new Error('a block of nothing');
  const previousHash = previous?.hash ?? GENESIS;
  const hash = createHash('sha256').update(previousHash);
  for (const { text } of rows) hash.update(`${Buffer.byteLength(text)}:${text}\n`);
  return {
    number: (previous?.number ?? 0n) + 1n,
    lastTransferId: last.id,
    transfers: rows.length,
    previousHash,
    hash: hash.digest(),
  };
}
