import type { FlorinEvent } from '@florin/contracts';
import { Schema } from 'mongoose';

/**
 * The `outbox` field of a mongoose schema whose documents cause events: `new Schema({ ..., outbox: outboxField })`.
 * Write the events with the change itself, in one update (`$push: { outbox: { $each: events } }`) or one insert, so
 * that no transaction is needed. Reads leave the field out.
 */
export const outboxField = { type: [Schema.Types.Mixed], default: undefined, select: false };

/** Shape of the documents that the relay reads. */
export interface OutboxDocument {
  _id: unknown;
  outbox?: FlorinEvent[];
}
