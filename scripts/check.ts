/** `npm run check`: everything that can be said of the code without running it. Prints one line a check; exits 1 when one fails. */
import { spawnSync } from 'node:child_process';

const root = `${import.meta.dirname}/..`;

const CHECKS: [name: string, command: string, args: string[], cwd?: string][] = [
  ['format', 'prettier', ['--check', '--log-level=warn', '.']],
  ['lint', 'eslint', ['--max-warnings=0', '.']],
  ['types', 'tsc', ['-p', '.']],
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
      'proto/src',
    ],
  ],
  ['unused code', 'knip', ['--no-progress', '--no-config-hints']],
  ['folders', 'node', ['scripts/folders.ts']],
  ['protos', 'buf', ['lint'], `${root}/proto`],
  ['generated files', 'node', ['scripts/generate.ts', '--check']],
];

let failed = false;
for (const [name, command, args, cwd = root] of CHECKS) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.padStart(5)} s`);
  if (status !== 0) {
    failed = true;
    console.log(`${stdout}${stderr}`);
  }
}
process.exit(failed ? 1 : 0);
