import { notFound } from '@florin/errors';
import { newId } from '@florin/service-kit';
import { audit } from '../abuse/audit.ts';
import type { App, TrustedDevice, Unit } from '../ports.ts';
import type { Caller } from '../sessions/manage.ts';
import type { Opened } from '../sessions/open-session.ts';

export const TRUST_SECONDS = 30 * 86_400;

/** Lets a device skip the second factor for 30 days, by the token answered here. Dropped on password change. */
export async function trustDevice(app: App, unit: Unit, { user, session }: Opened): Promise<string> {
  const token = app.secrets.newToken();
  const now = app.clock();
  await app.stores.trustedDevices.insert(unit.trx, {
    id: newId(),
    userId: user.id,
    tokenHash: app.secrets.hashToken(token),
    deviceName: session.deviceName,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + TRUST_SECONDS * 1000),
  });
  const detail = { device: session.deviceName };
  await audit(app, unit, { userId: user.id, type: 'device-trusted', sessionId: session.id, detail });
  return token;
}

/** Ends the trust in one device of the caller. Throws NOT_FOUND. */
export async function distrustDevice(app: App, { userId, sessionId, ip }: Caller, id: string): Promise<void> {
  await app.unit(async (unit) => {
    if (!(await app.stores.trustedDevices.drop(unit.trx, userId, id))) throw notFound('Trusted device');
    await audit(app, unit, { userId, type: 'device-distrusted', ip, sessionId });
  });
}

/** The caller's trusted devices, newest first. */
export async function listTrustedDevices(app: App, { userId }: Caller): Promise<TrustedDevice[]> {
  return app.stores.trustedDevices.listOf(app.db, userId, app.clock());
}
