import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressFolder } from './compress.ts';
import { sourceHash } from './source-hash.ts';

const FOLDER = join(import.meta.dirname, '..');
const DIST = join(FOLDER, 'dist');
const HASH_FILE = 'source-hash.txt';

export type BuildResult = 'built' | 'up to date' | 'Vite is not installed';

/** Builds the app into web/dist when it is not there or its sources have changed since. Throws what Vite finds wrong with them. */
export async function ensureBuilt(): Promise<BuildResult> {
  const hash = sourceHash();
  if (builtFrom() === hash) return 'up to date';
  const vite = await import('vite').catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  });
  if (!vite) return 'Vite is not installed';
  // readers of web/dist, and a second build at the same time, see a whole build or none
  const outDir = join(FOLDER, `dist-${process.pid}`);
  try {
    await vite.build({ configFile: join(FOLDER, 'vite.config.ts'), logLevel: 'warn', build: { outDir } });
    await compressFolder(outDir);
    writeFileSync(join(outDir, HASH_FILE), hash);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(outDir, DIST);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
  return 'built';
}

function builtFrom(): string | undefined {
  const file = join(DIST, HASH_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
