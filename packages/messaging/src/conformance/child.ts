import { createBus } from '../create-bus.ts';

/** What the conformance suite asks of a process of its own, which it may kill. */
export interface ChildOrder {
  amqpUrl?: string | undefined;
  postgresUrl?: string | undefined;
  namespace: string;
  consumer: string;
  /** how long a handler takes */
  delayMs: number;
  /** never finishes the first event */
  hang: boolean;
}

const silent = (): void => undefined;

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const order = JSON.parse(process.argv[2] ?? '{}') as ChildOrder;
const bus = createBus({
  amqpUrl: order.amqpUrl,
  postgresUrl: order.postgresUrl,
  namespace: order.namespace,
  service: 'child',
  logger: { debug: silent, info: silent, warn: silent, error: silent },
});
bus.subscribe({
  name: order.consumer,
  types: ['users.friend-requested.v1'],
  async handle(event, { attempt }) {
    const requestId = 'requestId' in event.data ? event.data.requestId : '';
    if (order.hang) {
      say({ hanging: requestId });
      await new Promise(silent);
    }
    await new Promise((resolve) => setTimeout(resolve, order.delayMs));
    say({ aggregateId: event.aggregateId, n: Number(requestId), attempt });
  },
});
await bus.start();
say({ ready: true });
