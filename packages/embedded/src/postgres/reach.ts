import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Account } from './account.ts';

function mayEnter(directory: string, { uid, gid }: Account): boolean {
  const { mode, uid: owner, gid: group } = statSync(directory);
  if (owner === uid) return (mode & 0o100) !== 0;
  if (group === gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether the account can walk down to `path`; the part of it that is not there yet doesn't count. */
export function canReach(path: string, account: Account): boolean {
  for (let directory = resolve(path); ; directory = dirname(directory)) {
    try {
      if (!mayEnter(directory, account)) return false;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    if (directory === dirname(directory)) return true;
  }
}
