/** Fails when a folder of source holds more than 12 files (tests not counted) or a source file more than 350 lines. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_FILES = 12;
const MAX_LINES = 350;

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('proto/gen/'));
const faults: string[] = [];
const inFolder = new Map<string, number>();

for (const file of files) {
  let lines: number;
  try {
    lines = readFileSync(file, 'utf8').split('\n').length - 1;
  } catch {
    continue; // deleted, not yet committed
  }
  if (lines > MAX_LINES) faults.push(`${file}: ${lines} lines, at most ${MAX_LINES}`);
  if (/\.test\.ts$|\/migrations\//.test(file)) continue;
  inFolder.set(dirname(file), (inFolder.get(dirname(file)) ?? 0) + 1);
}
for (const [folder, count] of inFolder) {
  if (count > MAX_FILES) faults.push(`${folder}: ${count} files, at most ${MAX_FILES}`);
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
