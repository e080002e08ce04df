import type { User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import { announceContact } from '../contacts/announce-contact.ts';
import type { Deps } from '../index.ts';
import { limited } from '../limits/limited.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';
import { retiredHash } from './find-account.ts';
import { isUsername } from './identifiers.ts';
import type { Identifier } from './ports.ts';

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

/** A person may give up this many usernames in 30 days. */
const MAX_CHANGES = 3;
const CHANGES_MS = 30 * 86_400_000;

/**
 * Changes what a person is called. The services that show it hear of it by auth.contact-changed.v1. A username that is
 * given up stays theirs for USERNAME_HELD_DAYS, so that nobody gets the payments meant for them; the change is told by
 * mail. Throws RATE_LIMITED after 3 changes of the username in 30 days.
 */
export async function changeName(deps: Deps, input: ChangeName): Promise<ChangeNameResult> {
  const { username, name, shortestUsername = 3 } = input;
  const wanted = username?.toLowerCase() ?? '';
  const retired: Identifier = { kind: 'username', value: wanted };
  const gone = username !== undefined && (await deps.users.findRetired(deps.db, retiredHash(deps, retired)));
  try {
    return await deps.transact(async (tx) => {
      const user = await deps.users.lock(tx, input.userId);
      if (user?.status !== 'active') return { outcome: 'unknown-user' };
      if (username !== undefined && !isUsername(username, shortestUsername)) return { outcome: 'invalid', user };
      const holder = username === undefined ? user.id : await deps.usernames.holderOf(tx, wanted, deps.clock());
      if (gone || (holder !== undefined && holder !== user.id)) return { outcome: 'taken', user };
      const changed = { ...user, name: name ?? user.name, username: username ?? user.username };
      if (changed.name === user.name && changed.username === user.username) return { outcome: 'same', user };
      if (changed.username?.toLowerCase() !== user.usernameNormal) await giveUp(deps, tx, user, changed);
      return { outcome: 'changed', user: await store(deps, tx, changed, input.ip) };
    });
  } catch (error) {
    if (deps.users.takenBy(error) !== 'username') throw error;
    const user = await deps.users.find(deps.db, { kind: 'id', value: input.userId });
    return user ? { outcome: 'taken', user } : { outcome: 'unknown-user' };
  }
}

/** Holds the old username for its owner, takes the new one out of hold if it was theirs, and tells them. */
async function giveUp(deps: Deps, tx: Tx, user: User, changed: User): Promise<void> {
  if (changed.username !== null) await deps.usernames.release(tx, changed.username.toLowerCase());
  if (user.usernameNormal === null) return;
  const now = deps.clock();
  const changes = await deps.usernames.givenUpSince(tx, user.id, new Date(now.getTime() - CHANGES_MS));
  const [first] = changes;
  if (first && changes.length >= MAX_CHANGES) throw limited((first.getTime() + CHANGES_MS - now.getTime()) / 1000);
  const heldUntil = new Date(now.getTime() + deps.settings.usernameHeldMs);
  await deps.usernames.hold(tx, { usernameNormal: user.usernameNormal, userId: user.id, givenUpAt: now, heldUntil });
  const detail = `Your username was changed. The old one stays yours for ${Math.round(deps.settings.usernameHeldMs / 86_400_000)} days: nobody else can take it, and payments to it are refused.`;
  await sendNotice(deps, tx, { userId: user.id, what: 'username-changed', detail });
}

async function store(deps: Deps, tx: Tx, { id, name, username }: User, ip: string): Promise<User> {
  const usernameNormal = username?.toLowerCase() ?? null;
  await deps.users.update(tx, id, { name, username, usernameNormal, updatedAt: deps.clock() });
  await audit(deps, tx, { userId: id, type: 'name-changed', ip, detail: { name, username } });
  return announceContact(deps, tx, id);
}
