import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';

const run = promisify(execFile);

export const SUPERUSER = 'postgres';

/** The environment of PostgreSQL's programs: nothing of ours (PGDATA, PGPORT, ...) may steer them. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) };
}

export function accountOptions({ account }: Place): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** The superuser's password, made up on the first start and kept beside the data, readable by its owner alone. */
async function password(place: Place): Promise<string> {
  const path = join(place.directory, 'password');
  if (existsSync(path)) return (await readFile(path, 'utf8')).trim();
  const draft = `${path}.draft`;
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.account) await chown(draft, place.account.uid, place.account.gid);
  await rename(draft, path);
  return (await readFile(path, 'utf8')).trim();
}

async function initialise(binaries: Binaries, place: Place): Promise<void> {
  const draft = `${place.cluster}.draft`;
  await rm(draft, { recursive: true, force: true });
  const options = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${join(place.directory, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ];
  try {
    await run(binaries.initdb, options, {
      ...accountOptions(place),
      env: cleanEnvironment(),
      cwd: place.directory,
      timeout: 60_000,
    });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`PostgreSQL's initdb failed in ${place.directory}: ${stderr?.trim() ?? 'no reason given'}`, {
      cause: error,
    });
  }
  await rename(draft, place.cluster);
}

/** Makes the cluster if it is not there (whole or not at all) and gives the superuser's password. */
export async function ensureCluster(binaries: Binaries, place: Place): Promise<string> {
  const secret = await password(place);
  if (!existsSync(place.cluster)) await initialise(binaries, place);
  return secret;
}
