/** Writes the TypeScript types of every proto to gen/<service>/. Committed; `npm run check` finds them stale. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const root = import.meta.dirname;

for (const service of ['auth', 'users', 'ledger', 'finance', 'notify']) {
  const out = `${root}/gen/${service}`;
  rmSync(out, { recursive: true, force: true });
  execFileSync(
    'proto-loader-gen-types',
    [
      '--longs=String',
      '--enums=String',
      '--defaults',
      '--oneofs',
      '--grpcLib=@grpc/grpc-js',
      '--importFileExtension=.ts',
      `--includeDirs=${root}`,
      `--outDir=${out}`,
      `florin/${service}/v1/${service}.proto`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], cwd: root },
  );
  // each file names its proto by where this checkout happens to be
  for (const file of globSync(`${out}/**/*.ts`)) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(`${root}/`, ''));
  }
}
