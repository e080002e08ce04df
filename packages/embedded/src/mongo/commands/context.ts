import type { Cursors } from '../engine/cursors.ts';
import type { Store } from '../engine/store.ts';
import type { Doc } from '../values/doc.ts';

export interface CommandContext {
  readonly store: Store;
  readonly cursors: Cursors;
  readonly connectionId: number;
  readonly now: () => Date;
}

/** Answers one command, synchronously, with a document or its BSON; throws MongoError. */
export type Handler = (command: Doc, context: CommandContext) => Doc | Uint8Array;
export type Handlers = Readonly<Record<string, Handler>>;
