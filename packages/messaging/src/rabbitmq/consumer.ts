import { parseEvent, type FlorinEvent } from '@florin/contracts';
import type { Channel, ChannelModel, ConsumeMessage } from 'amqplib';
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { BusStats, Consumer, Log } from '../bus.ts';
import { reasonOf } from '../consuming/handling.ts';
import { AggregateQueues } from '../consuming/aggregate-queues.ts';
import { wants } from '../names.ts';
import type { Message, Publisher } from './publisher.ts';
import { declareBroadcast, declareQueue, type Names } from './topology.ts';

/** maximum of messages in hand and not acknowledged; one aggregate's waiting events may fill it */
const PREFETCH = 500;

interface SubscriptionOptions {
  consumer: Consumer;
  names: Names;
  /** names this process's broadcast queues */
  instance: string;
  logger: Log;
  stats: BusStats;
  publisher: Publisher;
}

/** One consumer's queue, from the broker to the queues of its aggregates. */
export class Subscription {
  readonly consumer: Consumer;
  readonly queues: AggregateQueues;
  readonly #options: SubscriptionOptions;
  #channel: Channel | undefined;
  #queue = '';
  /** aborted when the connection goes: what was in hand will come again */
  #claim = new AbortController();

  constructor(options: SubscriptionOptions) {
    this.#options = options;
    const { consumer, logger, stats } = options;
    this.consumer = consumer;
    this.queues = new AggregateQueues({
      consumer,
      logger,
      stats,
      giveUp: ({ event }, reason, attempts) => this.#deadLetter(Buffer.from(JSON.stringify(event)), reason, attempts),
    });
  }

  /** Declares the queue and consumes on this connection; `broken` is called when it can't go on. */
  async open(connection: ChannelModel, broken: (reason: string) => void): Promise<void> {
    const { consumer, names, instance, logger } = this.#options;
    this.#claim = new AbortController();
    const channel = await connection.createChannel();
    channel.on('error', (error: Error) => {
      logger.warn({ err: error, consumer: consumer.name }, 'consuming channel error');
    });
    channel.on('close', () => {
      if (this.#channel === channel) broken(`channel of ${consumer.name} closed`);
    });
    this.#queue =
      consumer.broadcast === true
        ? await declareBroadcast(channel, names, consumer, instance)
        : await declareQueue(channel, names, consumer);
    await channel.prefetch(PREFETCH);
    this.#channel = channel;
    await channel.consume(this.#queue, (message) => {
      // The broker cancels a consumer when its queue is deleted; throwing here would kill the connection.
      if (message) this.#receive(channel, message);
      else broken(`${consumer.name} was cancelled by the broker`);
    });
  }

  /** After the last acknowledgement. Bounded: a broker that doesn't reply finds out by itself. */
  async leave(): Promise<void> {
    const channel = this.#channel;
    this.#channel = undefined;
    if (channel === undefined) return;
    await Promise.race([this.#part(channel).catch(() => undefined), wait(2000, undefined, { ref: false })]);
  }

  async #part(channel: Channel): Promise<void> {
    if (this.#options.consumer.broadcast === true) await channel.deleteQueue(this.#queue);
    // Behind the acknowledgements on the same channel; closing the connection could overtake them.
    await channel.close();
  }

  /** The connection is gone. */
  down(): void {
    this.#channel = undefined;
    this.#claim.abort(new Error('the connection to the broker was lost'));
  }

  #receive(channel: Channel, message: ConsumeMessage): void {
    const { signal } = this.#claim;
    const done = (): void => {
      if (!signal.aborted) channel.ack(message);
    };
    let event: FlorinEvent;
    try {
      event = parseEvent(JSON.parse(message.content.toString('utf8')));
    } catch (error) {
      void this.#putAway(message, reasonOf(error), { channel, signal });
      return;
    }
    if (!wants(this.#options.consumer, event)) {
      done();
      return;
    }
    const earlier = Number(message.properties.headers?.['x-delivery-count'] ?? 0);
    this.queues.push({ event, earlier, signal, done });
  }

  async #putAway(
    message: ConsumeMessage,
    fault: string,
    { channel, signal }: { channel: Channel; signal: AbortSignal },
  ): Promise<void> {
    const { consumer, logger, stats } = this.#options;
    logger.error({ consumer: consumer.name, fault }, 'unreadable message');
    try {
      await this.#deadLetter(message.content, `unreadable: ${fault}`, 0);
      stats.deadLettered += 1;
      if (!signal.aborted) channel.ack(message);
    } catch (error) {
      logger.warn({ err: error, consumer: consumer.name }, 'dead-lettering failed, the message will come again');
      if (!signal.aborted) channel.nack(message, false, true);
    }
  }

  async #deadLetter(content: Buffer, reason: string, attempts: number): Promise<void> {
    const { consumer, names, publisher } = this.#options;
    if (consumer.broadcast !== true)
      await publisher.send([deadMessage(names, consumer.name, content, reason, attempts)]);
  }
}

function deadMessage(names: Names, consumer: string, content: Buffer, reason: string, attempts: number): Message {
  return {
    exchange: names.dead,
    routingKey: names.queue(consumer),
    content,
    properties: {
      messageId: letterId(content),
      persistent: true,
      headers: {
        'x-florin-reason': reason,
        'x-florin-attempts': attempts,
        'x-florin-dead-at': new Date().toISOString(),
      },
    },
  };
}

/** The event's id, or a digest for a message that has none. */
export function letterId(content: Buffer): string {
  try {
    const parsed = JSON.parse(content.toString('utf8')) as { id?: unknown } | null;
    if (typeof parsed?.id === 'string' && parsed.id !== '') return parsed.id.slice(0, 100);
  } catch {
    // not JSON: named by its digest below
  }
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
