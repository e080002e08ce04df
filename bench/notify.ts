import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectBroker } from 'amqplib';
import { createEvent } from '@florin/contracts';
import { startMongoServer } from '@florin/embedded';
import { createBus } from '@florin/messaging';
import { createMemoryBus } from '@florin/messaging/memory';
import { createLogger, deriveKey, newId, seal, systemClock } from '@florin/service-kit';
import { createMongo } from '@florin/service-kit/mongo';
import { compose } from '../services/notify/src/composition.ts';
import { readConfig } from '../services/notify/src/config.ts';
import { createStores } from '../services/notify/src/outbound/mongo/index.ts';

/**
 * How long a code waits before it is handed to the mail server while 10,000 bulk mails wait, on a server that takes 300 ms
 * a message. On MONGODB_URL or the embedded store, over the RabbitMQ of AMQP_URL or in memory; ends by itself within three minutes; exits with 1 above a second.
 */
const WAITING = 10_000;
const CODES = 20;
const SERVER_MS = 300;
const MAXIMUM_MS = 1_000;
const SECRET = 'a-secret-of-the-bench-of-32-characters';

const directory = await mkdtemp(join(tmpdir(), 'florin-bench-'));
const embedded =
  process.env['MONGODB_URL'] === undefined ? await startMongoServer({ dataDir: directory, port: 0 }) : undefined;
const url = process.env['MONGODB_URL'] ?? embedded?.url ?? '';
const database = `bench_${newId().slice(-8)}`;

await fill();
const handedOver = new Map<string, number>();
let bulk = 0;
const email = {
  name: 'slow',
  send: async ({ to }: { to: string }) => {
    if (to.startsWith('code.')) handedOver.set(to, performance.now());
    else bulk += 1;
    await new Promise((resolve) => setTimeout(resolve, SERVER_MS));
  },
};
const amqpUrl = process.env['AMQP_URL'];
const memory = createMemoryBus({ keep: false });
const namespace = database;
const logger = createLogger('notify', 'silent');
const connect = (service: string) =>
  amqpUrl === undefined ? memory : createBus({ amqpUrl, postgresUrl: '', namespace, service, logger });
const producer = connect('auth');
const config = readConfig({
  MONGODB_URL: mongoUrl(),
  AMQP_URL: 'amqp://unused',
  INTERNAL_SECRET: SECRET,
  HTTP_PORT: '0',
  GRPC_PORT: '0',
});
const notify = compose(config, { bus: connect('notify'), logger, transports: { email } });
await notify.service.start();
if (producer !== memory) await producer.start();
while (bulk < 4) await new Promise((resolve) => setTimeout(resolve, 10)); // every worker of bulk mail is busy
const waits: number[] = [];
for (let count = 0; count < CODES; count += 1) waits.push(await sendCode());
await notify.service.stop();
if (producer !== memory) await producer.stop();
if (amqpUrl !== undefined) await cleanBroker(amqpUrl);
await embedded?.stop();
await rm(directory, { recursive: true, force: true });

waits.sort((a, b) => a - b);
const [median = 0, longest = 0] = [waits[Math.floor(CODES / 2)], waits.at(-1)];
const bus = amqpUrl === undefined ? 'in memory' : 'over RabbitMQ';
console.log(`${CODES} codes ${bus} while ${WAITING} mails wait (${bulk} sent meanwhile, ${SERVER_MS} ms each)`);
console.log(
  `handed over after: median ${median.toFixed(0)} ms, longest ${longest.toFixed(0)} ms (at most ${MAXIMUM_MS})`,
);
process.exit(longest > MAXIMUM_MS ? 1 : 0);

async function cleanBroker(broker: string): Promise<void> {
  const connection = await connectBroker(broker);
  const channel = await connection.createChannel();
  for (const queue of ['codes', 'inbox'].flatMap((name) => [name, `${name}.dead`])) {
    await channel.deleteQueue(`${namespace}.notify.${queue}`);
  }
  for (const exchange of ['events', 'dead-letters']) await channel.deleteExchange(`${namespace}.${exchange}`);
  await connection.close();
}

function mongoUrl(): string {
  const named = new URL(url);
  named.pathname = `/${database}`;
  return named.href;
}

async function fill(): Promise<void> {
  const mongo = createMongo({ url: mongoUrl(), database });
  const { messages } = createStores(mongo.connection, deriveKey(SECRET, 'notify-content'));
  await mongo.start();
  const content = { subject: 'You received 12.50 USD', text: 'Bob sent you 12.50 USD.', html: '' };
  for (let count = 0; count < WAITING; count += 100) {
    const batch = Array.from({ length: 100 }, (_, index) => ({
      id: `bulk:${count + index}`,
      userId: null,
      channel: 'email' as const,
      to: `bulk.${count + index}@example.com`,
      kind: 'transfer-received' as const,
      content,
      notAfter: null,
    }));
    await messages.add(batch, systemClock());
  }
  await mongo.stop();
}

/** From the event to the hand-over, in ms. */
async function sendCode(): Promise<number> {
  const to = `code.${newId().slice(-8)}@example.com`;
  const now = new Date();
  const data = {
    userId: newId(),
    channel: 'email' as const,
    to,
    purpose: 'password-reset',
    sealedCode: seal(deriveKey(SECRET, 'code'), '048213', 'code'),
    expiresAt: new Date(now.getTime() + 300_000).toISOString(),
    locale: null,
  };
  const event = { id: newId(), type: 'auth.code-issued.v1' as const, producer: 'bench', aggregateId: 'one', data };
  const started = performance.now();
  const made = createEvent({ ...event, occurredAt: now });
  await (producer === memory ? memory.deliver(made) : producer.publish([made]));
  while (!handedOver.has(to)) await new Promise((resolve) => setTimeout(resolve, 1));
  return (handedOver.get(to) ?? 0) - started;
}
