/**
 * Fails when a folder of source holds more than 12 files (tests not counted), a file is too long, or a service or dialect
 * has a file that its shape does not know.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { shapeFaults } from './shape.ts';

const MAX_FILES = 12;
const MAX_LINES = { source: 300, test: 400 };
const GENERATED = /^proto\/gen\/|\/schema\.d\.ts$/;
const IGNORE = ['prettier', 'ignore'].join('-');
/** services that have the shape of ADR 0008; `dialects` are the gateway's */
const SHAPED: readonly string[] = ['auth', 'dialects', 'finance', 'ledger', 'notify', 'users'];

const all = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file)); // what is deleted and not yet committed is listed, too
const files = all.filter((file) => /\.tsx?$/.test(file) && !GENERATED.test(file));
const lineCount = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;
const faults: string[] = [];
const inFolder = new Map<string, number>();

for (const file of files) {
  const lines = lineCount(file);
  const maximum = /\.test\.tsx?$|\/test\/|^tests\//.test(file) ? MAX_LINES.test : MAX_LINES.source;
  if (lines > maximum) faults.push(`${file}: ${lines} lines, at most ${maximum}`);
  if (readFileSync(file, 'utf8').includes(IGNORE)) faults.push(`${file}: keeps a line from the formatter`);
  if (/\.test\.ts$|\/migrations\//.test(file)) continue;
  inFolder.set(dirname(file), (inFolder.get(dirname(file)) ?? 0) + 1);
}
for (const [folder, count] of inFolder) {
  if (count > MAX_FILES) faults.push(`${folder}: ${count} files, at most ${MAX_FILES}`);
}
faults.push(...shapeFaults(all, SHAPED, lineCount));
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
