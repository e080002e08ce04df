import type { User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import type { AppendEntryNeeds } from '../audit/append-entry.ts';
import { announceContact } from '../contacts/announce-contact.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { retiredHash } from './find-account.ts';
import type { FindAccountNeeds } from './find-account.ts';
import { isUsername } from './identifiers.ts';
import type { Identifier } from './ports.ts';

type Needs = Pick<Deps, 'clock' | 'db' | 'transact' | 'users'> & AppendEntryNeeds & FindAccountNeeds;

export interface ChangeName {
  userId: string;
  name?: string | undefined;
  username?: string | undefined;
  /** shortest username; 3 unless a dialect publishes less */
  shortestUsername?: number | undefined;
  ip: string;
}

export type ChangeNameResult =
  { outcome: 'changed' | 'same' | 'taken' | 'invalid'; user: User } | { outcome: 'unknown-user' };

/** Changes what a person is called. The services that show it hear of it by auth.contact-changed.v1. */
export async function changeName(deps: Needs, input: ChangeName): Promise<ChangeNameResult> {
  const { username, name, shortestUsername = 3 } = input;
  const retired: Identifier = { kind: 'username', value: username?.toLowerCase() ?? '' };
  const gone = username !== undefined && (await deps.users.findRetired(deps.db, retiredHash(deps, retired)));
  try {
    return await deps.transact(async (tx) => {
      const user = await deps.users.lock(tx, input.userId);
      if (user?.status !== 'active') return { outcome: 'unknown-user' };
      if (username !== undefined && !isUsername(username, shortestUsername)) return { outcome: 'invalid', user };
      if (gone) return { outcome: 'taken', user };
      const changed = { ...user, name: name ?? user.name, username: username ?? user.username };
      if (changed.name === user.name && changed.username === user.username) return { outcome: 'same', user };
      return { outcome: 'changed', user: await store(deps, tx, changed, input.ip) };
    });
  } catch (error) {
    if (deps.users.takenBy(error) !== 'username') throw error;
    const user = await deps.users.find(deps.db, { kind: 'id', value: input.userId });
    return user ? { outcome: 'taken', user } : { outcome: 'unknown-user' };
  }
}

async function store(deps: Needs, tx: Tx, { id, name, username }: User, ip: string): Promise<User> {
  const usernameNormal = username?.toLowerCase() ?? null;
  await deps.users.update(tx, id, { name, username, usernameNormal, updatedAt: deps.clock() });
  await audit(deps, tx, { userId: id, type: 'name-changed', ip, detail: { name, username } });
  return announceContact(deps, tx, id);
}
