import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '@florin/service-kit';
import { compose } from '../composition.ts';
import { readConfig } from '../config.ts';
import { runAdmin } from './run-command.ts';

/** `npm run admin -w services/auth -- <command>`: over POSTGRES_URL, else over the data that `npm start` runs on. */
async function main(): Promise<number> {
  const composed = compose(readConfig(await environment()));
  try {
    const { ok, text } = await runAdmin(composed.useCases, process.argv.slice(2));
    (ok ? process.stdout : process.stderr).write(`${text}\n`);
    return ok ? 0 : 1;
  } finally {
    await composed.close();
  }
}

async function environment(): Promise<Record<string, string | undefined>> {
  if (process.env['POSTGRES_URL']) return process.env;
  const dataDir = process.env['FLORIN_DATA'] ?? join(import.meta.dirname, '../../../../.florin');
  try {
    const left = JSON.parse(await readFile(join(dataDir, 'admin.json'), 'utf8')) as Record<string, string>;
    return { ...process.env, ...left };
  } catch {
    throw new ConfigError('Give POSTGRES_URL and INTERNAL_SECRET, or FLORIN_DATA of a running `npm start`');
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
