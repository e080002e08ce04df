import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = [
  'web/{index.html,package.json,vite.config.ts}',
  'web/{build,public,src}/**/*.*',
  'packages/{money,errors}/src/**/*.ts',
];

/** A hash of everything that the build is made from. */
export function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('base64url');
}
