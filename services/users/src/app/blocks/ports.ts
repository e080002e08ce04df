import type { FlorinEvent } from '@florin/contracts';
import type { Blocks } from '../../domain/block.ts';
import type { Page, PageRequest } from '../friends/ports.ts';

export interface BlockKey {
  blockerId: string;
  blockedId: string;
}

export interface BlockStore {
  /** Adds the block with its event; does nothing when it is there. */
  add(blockerId: string, blockedId: string, at: Date, event: FlorinEvent): Promise<void>;
  /** Ends the block with its event; false when there is none. */
  end(blockerId: string, blockedId: string, event: FlorinEvent): Promise<boolean>;
  /** Ids of the people whom the person blocks, latest first. */
  list(blockerId: string, page: PageRequest): Promise<Page<string>>;
  /** Blocks between the person and each of the others, by the other's id; without those that have none. */
  between(userId: string, otherIds: readonly string[]): Promise<Map<string, Blocks>>;
  /** Which of these blocks there are. */
  among(blocks: readonly BlockKey[]): Promise<BlockKey[]>;
  /** Forgets the blocks by a person who left; those of others against them go too. */
  forget(userId: string): Promise<void>;
}
