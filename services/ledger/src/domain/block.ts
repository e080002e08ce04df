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

/** A block's number and hash as they were kept outside the database, where nobody who changes the one reaches the other. */
export type Anchor = Pick<Block, 'number' | 'hash'>;

export const GENESIS = Buffer.alloc(32);

/**
 * Few, so that reading and hashing a block holds up the transfers of the moment by milliseconds only. Never lowered: a
 * block of more is taken for forged.
 */
export const BLOCK_TRANSFERS = 500;

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

/** `<number>:<hash hex>`. */
export function showAnchor({ number, hash }: Anchor): string {
  return `${number}:${hash.toString('hex')}`;
}

/** Reads what `showAnchor` wrote; null for anything else. */
export function parseAnchor(text: string): Anchor | null {
  const [, number, hash] = /^([1-9]\d{0,17}):([0-9a-f]{64})$/i.exec(text) ?? [];
  return number === undefined || hash === undefined ? null : { number: BigInt(number), hash: Buffer.from(hash, 'hex') };
}
