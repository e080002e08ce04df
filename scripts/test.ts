/**
 * Runs the suites: `npm test -- [folder or pattern ...] [jest options]`. Where the stores come from is told in
 * packages/testing/src/global-setup.ts. With JEST_JSON=<file> the result is also written there.
 */
import { spawnSync } from 'node:child_process';

const json = process.env['JEST_JSON'];
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...(json ? ['--json', `--outputFile=${json}`] : []),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: `${import.meta.dirname}/..` },
);
process.exit(status ?? 1);
