import type { FlorinEvent } from '@florin/contracts';
import type { Trace } from '@florin/messaging';
import type { Channel, Lane } from '../../domain/kinds.ts';
import type { Content, Outgoing } from '../../domain/message.ts';

export interface Claimed extends Outgoing {
  /** of the request or event that asked for it; missing in rows from before traces were kept */
  trace?: Trace | undefined;
  /** this one included */
  attempts: number;
}

export interface MessageStore {
  /** Puts messages in the queue; those whose id is known are left as they are. */
  add(messages: readonly Outgoing[], at: Date): Promise<void>;
  /** Claims the message of the lane that is due longest until `leaseUntil`. */
  claim(lane: Lane, now: Date, leaseUntil: Date): Promise<Claimed | undefined>;
  /** How many of the lane are due, up to 10,000, and since when the first of them is. */
  due(lane: Lane, now: Date): Promise<{ count: number; since: Date | undefined }>;
  markSent(id: string, at: Date): Promise<void>;
  retryAt(id: string, at: Date, reason: string): Promise<void>;
  /** Ends the message unsent: its content is deleted, the event goes out. */
  giveUp(id: string, status: 'failed' | 'expired', reason: string, event: FlorinEvent): Promise<void>;
  /** Takes the person's addresses out of finished messages and deletes those that wait. */
  forget(userId: string): Promise<void>;
}

/** Hands messages to a provider. Throws DeliveryRefused when trying again can't help; anything else is tried again. */
export interface Transport {
  name: string;
  send(message: { id: string; to: string; content: Content }): Promise<void>;
  close?(): void;
}

export type Transports = Record<Channel, Transport>;

/** Each lane has connections of its own: a slow server of bulk mail holds up no code. */
export type Lanes = Record<Lane, Transports>;

/** Opens what auth sealed for this service. */
export type Unseal = (sealed: string, context: 'code' | 'link') => string;
