/** `npm run check:deploy`: the suites of what runs Florin, with helm, which `go install` brings where there is none. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const HELM = 'helm.sh/helm/v3/cmd/helm@v3.18.6';
const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.cache/florin-bin');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
const has = (program: string, ...args: string[]) => spawnSync(program, args, { env }).status === 0;

if (!has('helm', 'version')) {
  if (!has('go', 'version')) {
    console.error('The chart is rendered by helm: install it, or Go, with which this program builds it.');
    process.exit(1);
  }
  console.log(`go install ${HELM}`);
  mkdirSync(bin, { recursive: true });
  const built = spawnSync('go', ['install', HELM], { env: { ...env, GOBIN: bin }, stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
}
const suites = ['tests/contract/helm', 'tests/contract/compose', 'tests/contract/observability'];
const tested = spawnSync(process.execPath, ['scripts/test.ts', ...suites], { cwd: root, env, stdio: 'inherit' });
process.exit(tested.status ?? 1);
