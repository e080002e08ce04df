import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buses, startFlorin, type Florin } from './florin.ts';

/** A block of commands, and the reply that the README shows below it. */
interface Block {
  commands: string;
  reply: unknown;
}

const START = 'npm ci --omit=dev && npm start';
const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

function blocksOf(text: string): Block[] {
  const fences = [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language, body]) => ({
    language,
    body: body!,
  }));
  return fences.flatMap(({ language, body }, at) => {
    const next = fences[at + 1];
    const reply: unknown = next?.language === 'json' ? JSON.parse(next.body) : undefined;
    return language === 'sh' ? [{ commands: body, reply }] : [];
  });
}

/** A value with every leaf in the place of which only its type matters. `"…": "…"` in what is shown stands for more fields. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  const fields = Object.entries(value).filter(([name]) => name !== '…');
  const shape = Object.fromEntries(fields.map(([name, field]) => [name, shapeOf(field)]));
  return fields.length < Object.keys(value).length ? expect.objectContaining(shape) : shape;
}

/** Runs the blocks in one shell, as somebody would paste them; resolves with what each printed. */
async function paste(blocks: readonly Block[], port: string): Promise<string[]> {
  const mark = '=== end of a block ===';
  const script = blocks.map(
    ({ commands }) => `${commands.replaceAll('localhost:8080', `localhost:${port}`)}\necho; echo '${mark}'`,
  );
  const shell = spawn('bash', ['-eu'], { timeout: 60_000 });
  let output = '';
  shell.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  shell.stdin.end(script.join('\n'));
  await once(shell, 'close');
  return output.split(mark).slice(0, -1);
}

const blocks = blocksOf(readme);
let florin: Florin;
let printed: string[];

beforeAll(async () => {
  florin = await startFlorin(buses()[0]!);
  printed = await paste(blocks.slice(1), new URL(florin.url).port);
}, 120_000);
afterAll(() => florin.stop());

test('the first block is the one line that starts everything', () => {
  expect(blocks[0]?.commands.trim()).toBe(START);
});

test('every block of the README runs, without a command that fails', () => {
  expect(printed).toHaveLength(blocks.length - 1);
});

const shown = blocks.slice(1).flatMap((block, at) => (block.reply === undefined ? [] : [{ at, ...block }]));

test.each(shown)('block $at replies as the README shows', ({ at, reply }) => {
  expect(shapeOf(JSON.parse(printed[at]!))).toEqual(shapeOf(reply));
});
