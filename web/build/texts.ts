import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../src');
/** `t('...')`, also broken over lines; a text is one literal, so that it can be found. */
const CALL = /\bt\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g;

/** Every text of the app, in English. */
export function textsOfApp(): string[] {
  const files = globSync('**/*.{ts,tsx}', { cwd: FOLDER }).filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file));
  const found = files.flatMap((file) => [...readFileSync(join(FOLDER, file), 'utf8').matchAll(CALL)]);
  return [...new Set(found.map(([, single, double]) => (single ?? double ?? '').replaceAll(/\\(.)/g, '$1')))].sort();
}
