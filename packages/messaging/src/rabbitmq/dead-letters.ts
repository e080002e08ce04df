import type { Channel, GetMessage } from 'amqplib';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeadLetter, DeadLetters } from '../bus.ts';
import { checkLimit } from '../names.ts';
import { letterId } from './consumer.ts';
import type { Publisher } from './publisher.ts';
import type { Names } from './topology.ts';

/** maximum of letters one call looks at; the next call sees those behind them */
const SCAN_LIMIT = 10_000;

/** Dead letters as messages of a queue: looking takes them and puts them back when its channel closes. */
export class QueueDeadLetters implements DeadLetters {
  readonly #url: string;
  readonly #names: Names;
  readonly #publisher: Publisher;

  constructor(url: string, names: Names, publisher: Publisher) {
    this.#url = url;
    this.#names = names;
    this.#publisher = publisher;
  }

  async count(consumer: string): Promise<number> {
    let letters = 0;
    await this.#scan(consumer, (_channel, count) => {
      letters = count;
      return Promise.resolve(0);
    });
    return letters;
  }

  async list(consumer: string, options?: { limit?: number }): Promise<DeadLetter[]> {
    const limit = checkLimit(options?.limit);
    const found: DeadLetter[] = [];
    await this.#scan(consumer, async (channel, count) => {
      while (found.length < Math.min(limit, count)) {
        const message = await channel.get(this.#names.deadQueue(consumer));
        if (message === false) break;
        found.push(letterOf(consumer, message));
      }
      return 0;
    });
    return found.sort((a, b) => a.deadAt.localeCompare(b.deadAt));
  }

  replay(consumer: string, ids: readonly string[] | 'all'): Promise<number> {
    const queue = this.#names.queue(consumer);
    return this.#take(consumer, ids, async (channel, { content }) => {
      // Without its queue the broker would confirm the letter and drop it.
      await channel.checkQueue(queue);
      await this.#publisher.send([{ exchange: '', routingKey: queue, content, properties: { persistent: true } }]);
    });
  }

  discard(consumer: string, ids: readonly string[]): Promise<number> {
    return this.#take(consumer, ids, () => Promise.resolve());
  }

  async #take(
    consumer: string,
    ids: readonly string[] | 'all',
    act: (channel: Channel, message: GetMessage) => Promise<void>,
  ): Promise<number> {
    const wanted = ids === 'all' ? null : new Set(ids);
    let acted = 0;
    await this.#scan(consumer, async (channel, count) => {
      for (let seen = 0; seen < count; seen += 1) {
        const message = await channel.get(this.#names.deadQueue(consumer));
        if (message === false) break;
        if (wanted && !wanted.has(letterId(message.content))) continue;
        await act(channel, message);
        channel.ack(message);
        acted += 1;
      }
      return acted;
    });
    return acted;
  }

  /** `work` returns how many letters it took out; the others are put back. */
  async #scan(consumer: string, work: (channel: Channel, count: number) => Promise<number>): Promise<void> {
    const { connect } = await import('amqplib');
    const connection = await connect(this.#url, { noDelay: true, timeout: 5000 });
    connection.on('error', () => undefined);
    try {
      const channel = await connection.createChannel();
      channel.on('error', () => undefined);
      const queue = this.#names.deadQueue(consumer);
      const count = await lettersIn(channel, queue);
      if (count === 0) return;
      try {
        const taken = await work(channel, Math.min(count, SCAN_LIMIT));
        channel.nackAll(true);
        await allBack(channel, queue, count - taken);
      } finally {
        // Behind the acknowledgements on the same channel; closing the connection could overtake them.
        await channel.close().catch(() => undefined);
      }
    } finally {
      await connection.close().catch(() => undefined);
    }
  }
}

/** A quorum queue takes them back a little later; whoever looks next must find them there. */
async function allBack(channel: Channel, queue: string, count: number): Promise<void> {
  for (let looks = 0; looks < 50 && (await lettersIn(channel, queue)) < count; looks += 1) await wait(20);
}

async function lettersIn(channel: Channel, queue: string): Promise<number> {
  try {
    return (await channel.checkQueue(queue)).messageCount;
  } catch (error) {
    if ((error as { code?: unknown }).code === 404) return 0;
    throw error;
  }
}

function letterOf(consumer: string, message: GetMessage): DeadLetter {
  const text = message.content.toString('utf8');
  const headers = (message.properties.headers ?? {}) as Record<string, unknown>;
  const body = tryJson(text);
  const part = (key: string): string | null => {
    const value = (body as Record<string, unknown> | null)?.[key];
    return typeof value === 'string' ? value : null;
  };
  return {
    id: letterId(message.content),
    consumer,
    type: part('type'),
    aggregateId: part('aggregateId'),
    ...fate(headers),
    body: body ?? text,
  };
}

/** Why and when, as our own headers tell it or the broker's, which buries what killed its consumer too often. */
function fate(headers: Record<string, unknown>): Pick<DeadLetter, 'reason' | 'attempts' | 'deadAt'> {
  const reason = headers['x-florin-reason'];
  if (typeof reason === 'string')
    return { reason, attempts: Number(headers['x-florin-attempts']), deadAt: String(headers['x-florin-dead-at']) };
  const [death] = (headers['x-death'] ?? []) as { reason?: string; time?: { value?: number } }[];
  return {
    reason: `given up by the broker: ${death?.reason ?? 'unknown'}`,
    attempts: Number(headers['x-delivery-count'] ?? 0),
    deadAt: new Date((death?.time?.value ?? 0) * 1000).toISOString(),
  };
}

function tryJson(text: string): object | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}
