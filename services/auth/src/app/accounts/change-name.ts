import type { User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import type { App, Identifier, Unit } from '../ports.ts';
import { isUsername, retiredHash } from './identifiers.ts';

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
export async function changeName(app: App, input: ChangeName): Promise<ChangeNameResult> {
  const { username, name, shortestUsername = 3 } = input;
  const retired: Identifier = { kind: 'username', value: username?.toLowerCase() ?? '' };
  const gone = username !== undefined && (await app.stores.users.findRetired(app.db, retiredHash(app, retired)));
  try {
    return await app.unit(async (unit) => {
      const user = await app.stores.users.lock(unit.trx, input.userId);
      if (user?.status !== 'active') return { outcome: 'unknown-user' };
      if (username !== undefined && !isUsername(username, shortestUsername)) return { outcome: 'invalid', user };
      if (gone) return { outcome: 'taken', user };
      const changed = { ...user, name: name ?? user.name, username: username ?? user.username };
      if (changed.name === user.name && changed.username === user.username) return { outcome: 'same', user };
      return { outcome: 'changed', user: await store(app, unit, changed, input.ip) };
    });
  } catch (error) {
    if (app.stores.users.takenBy(error) !== 'username') throw error;
    const user = await app.stores.users.find(app.db, { kind: 'id', value: input.userId });
    return user ? { outcome: 'taken', user } : { outcome: 'unknown-user' };
  }
}

async function store(app: App, unit: Unit, { id, name, username }: User, ip: string): Promise<User> {
  const usernameNormal = username?.toLowerCase() ?? null;
  await app.stores.users.update(unit.trx, id, { name, username, usernameNormal, updatedAt: app.clock() });
  await audit(app, unit, { userId: id, type: 'name-changed', ip, detail: { name, username } });
  return announceContact(app, unit, id);
}

/** Tells the other services how a person is reached and called now. */
export async function announceContact(app: App, unit: Unit, userId: string): Promise<User> {
  const user = await app.stores.users.lock(unit.trx, userId);
  if (!user) throw new Error(`user ${userId} is gone`);
  unit.emit('auth.contact-changed.v1', {
    userId,
    email: user.email,
    mobile: user.mobile,
    username: user.username,
    name: user.name,
    changedAt: app.clock().toISOString(),
  });
  return user;
}
