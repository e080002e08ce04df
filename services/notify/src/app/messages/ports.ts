import type { FlorinEvent } from '@florin/contracts';
import type { Channel, Lane } from '../../domain/kinds.ts';
import type { Content, Outgoing } from '../../domain/message.ts';

export interface Claimed extends Outgoing {
  /** this one included */
  attempts: number;
}

export interface MessageStore {
  /** Puts messages in the queue; those whose id is known are left as they are. */
  add(messages: readonly Outgoing[], at: Date): Promise<void>;
  /** Claims the message of the lane that is due longest until `leaseUntil`. */
  claim(lane: Lane, now: Date, leaseUntil: Date): Promise<Claimed | undefined>;
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
