import type { ChannelModel } from 'amqplib';
import { FlorinError } from '@florin/errors';
import type { Depth } from '../bus.ts';
import type { Names } from './topology.ts';

/** Asks the broker for the lengths of queues, over a channel of its own: a queue that is missing closes the channel. */
export async function depthsOf(
  connection: ChannelModel | undefined,
  names: Names,
  consumers: readonly string[],
): Promise<Depth[]> {
  if (!connection) throw new FlorinError('UNAVAILABLE', 'the message broker is away');
  const channel = await connection.createChannel();
  channel.on('error', () => undefined);
  try {
    return await Promise.all(
      consumers.map(async (consumer) => {
        const [queue, dead] = await Promise.all([
          channel.checkQueue(names.queue(consumer)),
          channel.checkQueue(names.deadQueue(consumer)),
        ]);
        return { consumer, waiting: queue.messageCount, dead: dead.messageCount };
      }),
    );
  } finally {
    await channel.close().catch(() => undefined);
  }
}
