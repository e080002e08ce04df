import { audit } from '../abuse/audit.ts';
import { factorsOf } from '../factors/second-factor.ts';
import type { App } from '../ports.ts';
import type { Caller } from '../sessions/manage.ts';
import { freshCallerOf } from '../sessions/manage.ts';

/** All this service knows of a person, as JSON. Hashes and keys are left out: they say nothing of a person. */
export async function exportData(app: App, caller: Caller): Promise<Record<string, unknown>> {
  const { user } = await freshCallerOf(app, caller);
  const { db, stores } = app;
  const now = app.clock();
  const { passwordHash, passwordVersion: _version, emailNormal: _email, usernameNormal: _username, ...account } = user;
  const chain = await stores.audit.chainOf(db, user.id);
  const sessions = await stores.sessions.liveOf(db, user.id, now);
  const passkeys = await stores.passkeys.listOf(db, user.id);
  const trusted = await stores.trustedDevices.listOf(db, user.id, now);
  await app.unit((unit) =>
    audit(app, unit, { userId: user.id, type: 'exported', ip: caller.ip, sessionId: caller.sessionId }),
  );
  return {
    exportedAt: now,
    account: { ...account, hasPassword: passwordHash !== null },
    providers: await stores.users.federatedOf(db, user.id),
    secondFactors: await factorsOf(app, user),
    passkeys: passkeys.map(({ name, createdAt, lastUsedAt }) => ({ name, createdAt, lastUsedAt })),
    trustedDevices: trusted.map(({ deviceName, createdAt, expiresAt }) => ({ deviceName, createdAt, expiresAt })),
    sessions: sessions.map(({ id, platform, deviceName, ipArea, via, createdAt, lastUsedAt }) => ({
      id, platform, deviceName, ipArea, via, createdAt, lastUsedAt,
    })), // prettier-ignore
    events: chain.entries.map(({ n, type, at, ipArea, sessionId, detail }) => ({
      n,
      type,
      at,
      ipArea,
      sessionId,
      detail,
    })),
  };
}
