/**
 * `npm run generate` writes what is made from other sources: proto types, event schemas, OpenAPI documents.
 * With --check it writes nothing lasting, and fails when a committed file differs.
 */
import { execFileSync } from 'node:child_process';

const root = `${import.meta.dirname}/..`;
const GENERATED = [
  'proto/gen',
  'packages/contracts/generated',
  'docs/api',
  'docs/metrics.md',
  'docs/settings.md',
  'deploy/grafana/dashboards',
  'web/src/api/schema.d.ts',
];
const SCRIPTS = [
  'proto/generate.ts',
  'packages/contracts/generate.ts',
  'scripts/openapi.ts',
  'scripts/web-types.ts',
  'scripts/metrics.ts',
  'scripts/settings.ts',
  'scripts/dashboards.ts',
];

const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
const state = () =>
  `${git('diff', '--', ...GENERATED)}${git('ls-files', '-o', '--exclude-standard', '--', ...GENERATED)}`;

const before = state();
for (const script of SCRIPTS) execFileSync(process.execPath, [script], { cwd: root, stdio: 'inherit' });
if (process.argv.includes('--check') && state() !== before) {
  console.error(
    `Generated files were stale; they are written now: commit them.\n${git('status', '--short', '--', ...GENERATED)}`,
  );
  process.exit(1);
}
