import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The OS user that PostgreSQL runs as when that is not the present one. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** PostgreSQL refuses root, and initdb wants a user that the system knows by name: these are tried in this order. */
const CANDIDATES = ['postgres', 'nobody'];

function lookUp(name: string): Account | undefined {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g'), name };
  } catch {
    return undefined;
  }
}

function nameOf(uid: number): string {
  try {
    return execFileSync('id', ['-un', String(uid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return `with id ${String(uid)}`;
  }
}

function ownerOf(cluster: string): Account | undefined {
  if (!existsSync(join(cluster, 'PG_VERSION'))) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? undefined : { uid, gid, name: nameOf(uid) };
}

/**
 * undefined for an ordinary user, who runs PostgreSQL as himself. For root: the owner of data that is there already,
 * else the OS user `postgres`, else `nobody`; throws if the machine has neither.
 */
export function chooseAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = ownerOf(cluster) ?? CANDIDATES.map(lookUp).find((found) => found !== undefined);
  if (!account) {
    throw new Error(
      'PostgreSQL refuses to run as root and this machine has no user "postgres" or "nobody" to run it as: ' +
        'run Florin as an ordinary user, add one (useradd --system postgres), or give POSTGRES_URL',
    );
  }
  return account;
}
