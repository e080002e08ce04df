import type { Anchor, Block, SealedRow } from '../../domain/block.ts';

export interface IntegrityStore {
  lastBlock(): Promise<Block | null>;
  block(number: bigint): Promise<Block | null>;
  /** Transfers after one (null: from the first) up to another, oldest first. */
  rows(after: string | null, upTo: string, limit: number): Promise<SealedRow[]>;
  /** Up to where no transfer is missing or added any more; null while that is not known. */
  settledHorizon(): Promise<string | null>;
  /** Keeps out transfers up to here from now on, unless an earlier horizon is still to settle. Never goes back. */
  raiseHorizon(horizon: string): Promise<void>;
  /** False when somebody else sealed that number. */
  addBlock(block: Block, now: Date): Promise<boolean>;
  laws: readonly string[];
  /** What breaks a law; a few at most. */
  breaches(law: string): Promise<{ what: string; detail: string }[]>;
  /** How many transfers there are after one (null: in all), and when the first of them was posted. */
  unsealed(after: string | null): Promise<{ transfers: number; since: Date | null }>;
  /** When the first transfer was posted that no block seals yet; null when all are sealed. */
  oldestUnsealed(): Promise<Date | null>;
  totals(): Promise<{ currency: string; sum: bigint; accounts: number; negative: number }[]>;
}

/** The first thing found that breaks a law. */
export interface Breach {
  law: string;
  what: string;
  detail: string;
}

/** Where a chain that holds ends: no hash protects yet what is after its last block. */
export interface ChainEnd {
  last: Block | null;
  unsealed: { transfers: number; since: Date | null };
}

export interface VerifyOptions {
  /** called for each law that holds */
  onChecked?: (law: string, detail: string) => void;
  /** a block that was kept elsewhere: only from outside can be seen that the chain was cut off or made anew */
  anchor?: Anchor | undefined;
  onChainEnd?: (end: ChainEnd) => void;
}
