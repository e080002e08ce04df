import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { Opened } from '../sessions/open-session.ts';

export const TRUST_SECONDS = 30 * 86_400;

/** Lets a device skip the second factor for 30 days, by the token answered here. Dropped on password change. */
export async function trustDevice(deps: Deps, tx: Tx, { user, session }: Opened): Promise<string> {
  const token = deps.secrets.newToken();
  const now = deps.clock();
  await deps.trustedDevices.insert(tx, {
    id: deps.newId(),
    userId: user.id,
    tokenHash: deps.secrets.hashToken(token),
    deviceName: session.deviceName,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + TRUST_SECONDS * 1000),
  });
  const detail = { device: session.deviceName };
  await audit(deps, tx, { userId: user.id, type: 'device-trusted', sessionId: session.id, detail });
  return token;
}
