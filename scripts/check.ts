/** `npm run check`: everything that can be said of the code without running it. Prints one line a check; exits 1 when one fails. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const root = `${import.meta.dirname}/..`;

const CHECKS: [name: string, command: string, args: string[], cwd?: string][] = [
  ['lint', 'eslint', ['--max-warnings=0', '.']],
  ['types', 'tsc', ['-p', '.']],
  ['types of web', 'tsc', ['-p', 'web']],
  ['format', 'prettier', ['--check', '--log-level=warn', '.']],
  [
    'imports',
    'depcruise',
    [
      '--config',
      'dependency-cruiser.config.cjs',
      '--output-type=err',
      'gateway',
      'services',
      'packages',
      'stack',
      'web',
      'proto/src',
    ],
  ],
  ['unused code', 'knip', ['--no-progress', '--no-config-hints']],
  ['folders', 'node', ['scripts/folders.ts']],
  ['size of web', 'node', ['web/build/check-size.ts']],
  ['protos', 'buf', ['lint'], `${root}/proto`],
  ['generated files', 'node', ['scripts/generate.ts', '--check']],
  ['API reference', 'redocly', ['lint', 'docs/api/openapi.json']],
];

const failed = new Set<string>();

async function check([name, command, args, cwd = root]: (typeof CHECKS)[number]): Promise<void> {
  const started = performance.now();
  const { code, output } = await run(command, args, cwd);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.padStart(5)} s`);
  if (code !== 0) {
    failed.add(name);
    console.log(output);
  }
}

function run(command: string, args: string[], cwd: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(command, args, { cwd });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      resolve({ code: 1, output: error.message });
    });
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

/** Each takes one core: the longest begin first, on as many cores as there are. */
const waiting = [...CHECKS];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(next);
  }),
);
process.exit(failed.size > 0 ? 1 : 0);
