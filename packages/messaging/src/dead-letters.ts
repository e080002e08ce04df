import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONSUMERS } from '@florin/contracts';
import type { Bus, DeadLetter, DeadLetters } from './bus.ts';
import { createBus } from './create-bus.ts';
import { isConsumerName } from './names.ts';

const USAGE = `Usage: npm run dead-letters                     how many each consumer has
       npm run dead-letters -- <command> <consumer> [ids]
  list    <consumer>            the oldest 1000, without the events' data
  show    <consumer> <id>...    letters in full
  replay  <consumer> all        puts every letter back into the queue
  replay  <consumer> <id>...
  discard <consumer> <id>...    deletes letters for good
The broker is AMQP_URL, or else BUS_POSTGRES_URL or POSTGRES_URL; BUS_NAMESPACE when it is not florin. Without them it
is that of a running npm start (in FLORIN_DATA, by default .florin).`;

type Command = CountCommand | LetterCommand;

interface CountCommand {
  command: 'count';
}

interface LetterCommand {
  command: 'list' | 'show' | 'replay' | 'discard';
  consumer: string;
  ids: string[];
}

/** Reads the command line; throws an Error that says what is wrong with it. */
export function readCommand([command, consumer, ...ids]: readonly string[]): Command {
  if (command === undefined) return { command: 'count' };
  if (command !== 'list' && command !== 'show' && command !== 'replay' && command !== 'discard')
    throw new Error(`there is no command ${command}`);
  if (consumer === undefined || !isConsumerName(consumer)) throw new Error('consumer: name one, such as notify.inbox');
  if (command === 'list' ? ids.length > 0 : ids.length === 0)
    throw new Error(command === 'list' ? 'list takes no ids' : `${command}: name the letters`);
  if (ids.includes('all') && (command !== 'replay' || ids.length > 1)) throw new Error('all goes with replay, alone');
  return { command, consumer, ids };
}

/** Runs the command and returns what to print. */
export async function runCommand({ deadLetters }: Pick<Bus, 'deadLetters'>, command: Command): Promise<string> {
  if (command.command !== 'count') return runOnLetters(deadLetters, command);
  const counts = await Promise.all(CONSUMERS.map((consumer) => deadLetters.count(consumer)));
  return CONSUMERS.map((consumer, index) => `${consumer.padEnd(24)}${String(counts[index])}`).join('\n');
}

async function runOnLetters(deadLetters: DeadLetters, { command, consumer, ids }: LetterCommand): Promise<string> {
  if (command === 'list') return table(await deadLetters.list(consumer, { limit: 1000 }));
  if (command === 'show') {
    const letters = await deadLetters.list(consumer, { limit: 1000 });
    return JSON.stringify(
      letters.filter(({ id }) => ids.includes(id)),
      null,
      2,
    );
  }
  if (command === 'discard') return `discarded ${String(await deadLetters.discard(consumer, ids))}`;
  return `put back ${String(await deadLetters.replay(consumer, ids[0] === 'all' ? 'all' : ids))}`;
}

function table(letters: readonly DeadLetter[]): string {
  if (letters.length === 0) return 'no dead letters';
  return letters
    .map(({ id, deadAt, type, aggregateId, attempts, reason }) =>
      [id, deadAt, type ?? '-', aggregateId ?? '-', `attempts=${String(attempts)}`, reason].join('  '),
    )
    .join('\n');
}

/** The variables that say where the broker is: those given, or what a running `npm start` left in its data. */
export async function findBroker(environment: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const { AMQP_URL, BUS_POSTGRES_URL, POSTGRES_URL, FLORIN_DATA = '.florin' } = environment;
  if ([AMQP_URL, BUS_POSTGRES_URL, POSTGRES_URL].some((url) => url !== undefined && url !== '')) return environment;
  const file = join(FLORIN_DATA, 'admin.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`no broker: AMQP_URL and POSTGRES_URL are not set, and there is no ${file}`);
  return JSON.parse(text) as NodeJS.ProcessEnv;
}

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  const { AMQP_URL, BUS_POSTGRES_URL, POSTGRES_URL, BUS_NAMESPACE } = await findBroker(process.env);
  const quiet = (): void => undefined;
  const complain = (about: object, message: string): void => {
    console.error(message, about);
  };
  const bus = createBus({
    amqpUrl: AMQP_URL,
    postgresUrl: BUS_POSTGRES_URL ?? POSTGRES_URL,
    namespace: BUS_NAMESPACE,
    service: 'dead-letters',
    logger: { debug: quiet, info: quiet, warn: complain, error: complain },
  });
  await bus.start();
  try {
    console.log(await runCommand(bus, command));
  } finally {
    await bus.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 1;
  });
}
