import { audit } from '../audit/append-entry.ts';
import { factorsOf } from '../factors/own-factors.ts';
import type { Deps } from '../index.ts';
import { freshCallerOf, type Caller } from '../sessions/caller.ts';

/** All this service knows of a person, as JSON. Hashes and keys are left out: they say nothing of a person. */
export async function exportAccount(deps: Deps, caller: Caller): Promise<Record<string, unknown>> {
  const { user } = await freshCallerOf(deps, caller);
  const { db } = deps;
  const now = deps.clock();
  const { passwordHash, passwordVersion: _version, emailNormal: _email, usernameNormal: _username, ...account } = user;
  const chain = await deps.auditLog.chainOf(db, user.id);
  const sessions = await deps.sessions.liveOf(db, user.id, now);
  const passkeys = await deps.passkeys.listOf(db, user.id);
  const trusted = await deps.trustedDevices.listOf(db, user.id, now);
  await deps.transact((tx) =>
    audit(deps, tx, { userId: user.id, type: 'exported', ip: caller.ip, sessionId: caller.sessionId }),
  );
  return {
    exportedAt: now,
    account: { ...account, hasPassword: passwordHash !== null },
    providers: await deps.users.federatedOf(db, user.id),
    secondFactors: await factorsOf(deps, user),
    passkeys: passkeys.map(({ name, createdAt, lastUsedAt }) => ({ name, createdAt, lastUsedAt })),
    trustedDevices: trusted.map(({ deviceName, createdAt, expiresAt }) => ({ deviceName, createdAt, expiresAt })),
    sessions: sessions.map(({ id, platform, deviceName, ipArea, via, createdAt, lastUsedAt }) => ({
      id,
      platform,
      deviceName,
      ipArea,
      via,
      createdAt,
      lastUsedAt,
    })),
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
