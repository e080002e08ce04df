import { existsSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Account, chooseAccount } from './account.ts';
import { newPointer, noteOwner, readPointer, removeLeftovers } from './pointer.ts';
import { canReach } from './reach.ts';

export interface Place {
  /** The directory of everything about this PostgreSQL: cluster, password, log. */
  readonly directory: string;
  /** The cluster itself (PGDATA). */
  readonly cluster: string;
  readonly account: Account | undefined;
  /** Where copies of the programs go if the account can't reach the installed ones. */
  readonly base: string;
  readonly note: string | undefined;
}

/** A directory of root's that others may walk through. */
async function sharedBase(account: Account): Promise<string> {
  for (const candidate of ['/var/lib/florin', join(tmpdir(), 'florin-postgres')]) {
    try {
      await mkdir(candidate, { recursive: true });
      await chmod(candidate, 0o755);
      if (canReach(candidate, account)) return candidate;
    } catch {
      continue;
    }
  }
  throw new Error(
    `no directory that user ${account.name} can reach: run Florin as an ordinary user, or give POSTGRES_URL`,
  );
}

async function prepare(directory: string, account: Account | undefined): Promise<void> {
  await mkdir(directory, { recursive: true });
  if (account) await chown(directory, account.uid, account.gid);
  await chmod(directory, 0o700);
}

/**
 * Where the data goes: `dataDir`, unless root runs this and the OS user PostgreSQL then runs as can't get there; then
 * a directory of its own under /var/lib/florin (or the temporary directory), which a file in `dataDir` names.
 */
export async function choosePlace(dataDir: string): Promise<Place> {
  const wanted = resolve(dataDir);
  await mkdir(wanted, { recursive: true });
  const moved = await readPointer(wanted);
  const account = chooseAccount(join(moved ?? wanted, 'cluster'));
  if (!account) {
    await prepare(wanted, undefined);
    return { directory: wanted, cluster: join(wanted, 'cluster'), account, base: wanted, note: undefined };
  }
  const base = await sharedBase(account);
  if (moved === undefined && canReach(dirname(wanted), account)) {
    await prepare(wanted, account);
    return { directory: wanted, cluster: join(wanted, 'cluster'), account, base, note: undefined };
  }
  if (moved === undefined && existsSync(join(wanted, 'cluster'))) {
    throw new Error(
      `${wanted} holds PostgreSQL data, but user ${account.name} can't enter a directory above it any more: make it enterable (chmod o+x)`,
    );
  }
  if (moved === undefined) await removeLeftovers(base);
  const directory = moved ?? (await newPointer(wanted, base));
  await prepare(directory, account);
  await noteOwner(directory, wanted);
  const note = `PostgreSQL can't run as root, and user ${account.name}, as whom it runs, can't enter ${wanted}: its data is in ${directory}`;
  return { directory, cluster: join(directory, 'cluster'), account, base, note };
}
