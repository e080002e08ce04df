import type { Db, Tx } from '../ports.ts';

export interface ActionLink {
  tokenHash: Buffer;
  userId: string;
  kind: 'freeze' | 'undo-contact';
  data: { channel?: 'email' | 'sms'; address?: string | null };
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface ActionLinkStore {
  insert(tx: Tx, link: ActionLink): Promise<void>;
  find(db: Db, tokenHash: Buffer): Promise<ActionLink | undefined>;
  /** Uses a link up: of any number of callers one gets it. */
  use(tx: Tx, tokenHash: Buffer, now: Date): Promise<ActionLink | undefined>;
  dropOf(tx: Tx, userId: string): Promise<void>;
  /**
   * Drops a person's links but for the one per channel that takes back the first of the changes of the last 48 hours. It
   * leads to the address from before all of them; else a thief who changed it would end it by a reset.
   */
  dropLater(tx: Tx, userId: string, now: Date): Promise<void>;
  prune(db: Db, now: Date): Promise<void>;
}
