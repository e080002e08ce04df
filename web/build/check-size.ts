/** Builds the app and fails when it is more than a phone should load. Sizes are those that travel: compressed by brotli. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './index.ts';

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
  dynamicImports?: string[];
  isEntry?: boolean;
}

const LIMIT_KB = { js: 180, css: 20, route: 40, whole: 550 };
const DIST = join(import.meta.dirname, '../dist');

await ensureBuilt();
if (!existsSync(DIST)) throw new Error('The web app is not built: npm ci, then npm run build -w web');
const chunks = JSON.parse(readFileSync(join(DIST, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
const kb = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + statSync(join(DIST, `${file}.br`)).size, 0) / 1000;

/** The files that a chunk needs before it runs. */
function closure(name: string, files = new Set<string>()): Set<string> {
  const { file, css = [], imports = [] } = chunks[name] as Chunk;
  if (files.has(file)) return files;
  for (const each of [file, ...css]) files.add(each);
  for (const each of imports) closure(each, files);
  return files;
}

const ending = (files: Iterable<string>, end: string) => [...files].filter((file) => file.endsWith(end));
const entry = Object.keys(chunks).find((name) => chunks[name]?.isEntry) ?? '';
const first = closure(entry);
// what the first page loads besides: a language, and the page itself
const firstLoad = new Set(first);
for (const name of ['virtual:messages/de', 'src/features/home/page.tsx']) {
  const key = Object.keys(chunks).find((each) => each.endsWith(name));
  if (key !== undefined) closure(key, firstLoad);
}
const whole = new Set(Object.keys(chunks).flatMap((name) => [...closure(name)]));
const routes = Object.keys(chunks)
  .filter((name) => /features\/.*page\.tsx$/.test(name))
  .map((name) => [name, kb([...closure(name)].filter((file) => !firstLoad.has(file)))] as const);

const faults: string[] = [];
function hold(what: string, size: number, limit: number): void {
  console.log(`${what.padEnd(44)} ${size.toFixed(1).padStart(6)} of ${limit} kB`);
  if (size > limit) faults.push(`${what}: ${size.toFixed(1)} kB, at most ${limit}`);
}
hold('first load, scripts', kb(ending(firstLoad, '.js')), LIMIT_KB.js);
hold('first load, styles', kb(ending(firstLoad, '.css')), LIMIT_KB.css);
for (const [name, size] of routes) hold(name, size, LIMIT_KB.route);
hold('whole app', kb(whole), LIMIT_KB.whole);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
