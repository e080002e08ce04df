import type { App } from '../ports.ts';

type Kind = 'passkey-register' | 'passkey-sign-in';
const LIFETIME_MS = 5 * 60_000;

/** Keeps the challenge of a WebAuthn ceremony until its answer comes: 5 minutes, one answer. */
export async function openCeremony(app: App, kind: Kind, userId: string | null, challenge: string): Promise<string> {
  const token = app.secrets.newToken();
  const now = app.clock();
  await app.stores.challenges.insert(app.db, {
    tokenHash: app.secrets.hashToken(token),
    kind,
    userId,
    data: { challenge },
    tries: 0,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
    usedAt: null,
  });
  return token;
}

/** The challenge behind a token, once. */
export async function takeCeremony(
  app: App,
  kind: Kind,
  token: string,
): Promise<{ userId: string | null; challenge: string } | undefined> {
  const tokenHash = app.secrets.hashToken(token);
  const found = await app.stores.challenges.takeTry(app.db, { tokenHash, kind, now: app.clock(), mostTries: 1 });
  return found && { userId: found.userId, challenge: String(found.data['challenge']) };
}

/** Who passkeys are made for: the host of our public address, used from our own pages. */
export function relyingParty(app: App): { id: string; origins: string[] } {
  return { id: new URL(app.settings.publicUrl).hostname, origins: app.settings.passkeyOrigins };
}
