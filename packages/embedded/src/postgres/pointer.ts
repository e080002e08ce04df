import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { dataLock } from '../lock/data-lock.ts';

/** In the data directory: where its data is instead. And there: whose data it is. */
const POINTER = 'moved-to';
const OWNER = 'belongs-to';

/** The directory that holds the data of `dataDir`, if that is another one. */
export async function readPointer(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataDir, POINTER), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written before the data is made, so that no start ever looks for it elsewhere. */
export async function newPointer(dataDir: string, base: string): Promise<string> {
  const directory = join(base, `data-${randomUUID()}`);
  const draft = join(dataDir, `${POINTER}.draft`);
  await writeFile(draft, `${directory}\n`);
  await rename(draft, join(dataDir, POINTER));
  return directory;
}

/** Notes in a directory under /var/lib/florin whose data it holds. */
export async function noteOwner(directory: string, dataDir: string): Promise<void> {
  await writeFile(join(directory, OWNER), `${dataDir}\n`);
}

async function ownerOf(directory: string): Promise<string | undefined> {
  try {
    return (await readFile(join(directory, OWNER), 'utf8')).trim();
  } catch {
    return undefined;
  }
}

/**
 * Removes data kept under `base` for data directories that were temporary and are gone: what test runs as root leave.
 * Anything else stays, for a data directory may just have been moved.
 */
export async function removeLeftovers(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    const directory = join(base, name);
    const owner = name.startsWith('data-') ? await ownerOf(directory) : undefined;
    if (!owner?.startsWith(tmpdir() + sep) || (await readPointer(owner)) === directory) continue;
    const lock = await dataLock(directory).catch(() => undefined);
    if (lock) await rm(directory, { recursive: true, force: true });
  }
}
