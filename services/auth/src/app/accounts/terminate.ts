import type { User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { notice } from '../abuse/notice.ts';
import { dropFactors } from '../factors/reset-factors.ts';
import type { App, Identifier, Unit } from '../ports.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';
import type { Caller } from '../sessions/manage.ts';
import { freshCallerOf } from '../sessions/manage.ts';
import { retiredHash } from './identifiers.ts';

const PSEUDONYM = 'Deleted account';

/**
 * Ends an account for good: sessions and factors go, personal data is replaced by a pseudonym, and what money moved
 * stays in the ledger under the id. Identifiers are kept as keyed hashes, so that nobody takes the name of somebody
 * who was paid once, and the password as its hash, so that sign-in can say terminated to its owner alone.
 */
export async function terminate(app: App, caller: Caller): Promise<void> {
  await freshCallerOf(app, caller);
  await app.unit(async (unit) => {
    const user = await app.stores.users.lock(unit.trx, caller.userId);
    if (user?.status !== 'active') return;
    const { id: userId } = user;
    await endAllSessions(app, unit, { userId, reason: 'terminated' });
    await tell(app, unit, user, caller);
    await app.stores.users.retire(
      unit.trx,
      userId,
      identifiersOf(user).map((one) => retiredHash(app, one)),
    );
    await dropTraces(app, unit, userId);
    const now = app.clock();
    await app.stores.users.update(unit.trx, userId, { ...NOBODY, statusChangedAt: now, updatedAt: now });
    unit.emit('auth.user-terminated.v1', { userId, terminatedAt: now.toISOString() });
  });
}

const NOBODY = {
  status: 'terminated',
  name: PSEUDONYM,
  email: null,
  emailNormal: null,
  emailVerifiedAt: null,
  username: null,
  usernameNormal: null,
  mobile: null,
  mobileVerifiedAt: null,
  dateOfBirth: null,
  locale: null,
  timeZone: null,
  roles: ['user'],
} satisfies Partial<User>;

function identifiersOf({ emailNormal, usernameNormal, mobile }: User): Identifier[] {
  const found: [Identifier['kind'], string | null][] = [
    ['email', emailNormal],
    ['username', usernameNormal],
    ['mobile', mobile],
  ];
  return found.flatMap(([kind, value]) => (value === null ? [] : [{ kind, value }]));
}

async function tell(app: App, unit: Unit, user: User, { ip, sessionId }: Caller): Promise<void> {
  await audit(app, unit, { userId: user.id, type: 'terminated', ip, sessionId });
  await notice(app, unit, {
    userId: user.id,
    what: 'terminated',
    detail: 'Your account was terminated, as you asked.',
    alsoTo: user.email === null ? [] : [{ channel: 'email', to: user.email }],
    link: false,
  });
}

async function dropTraces(app: App, unit: Unit, userId: string): Promise<void> {
  const { trx } = unit;
  await dropFactors(app, trx, userId);
  await app.stores.passkeys.dropAll(trx, userId);
  await app.stores.users.unlinkFederated(trx, userId);
  await app.stores.knownDevices.forget(trx, userId);
  await app.stores.codes.voidAll(trx, userId);
  await app.stores.challenges.dropOf(trx, userId);
  await app.stores.actionLinks.dropOf(trx, userId);
}
