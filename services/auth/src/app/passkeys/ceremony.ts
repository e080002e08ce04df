import { openChallenge } from '../challenges/open-challenge.ts';
import type { Deps } from '../index.ts';

type Needs = Pick<Deps, 'challenges' | 'clock' | 'db' | 'secrets' | 'settings'>;

type Kind = 'passkey-register' | 'passkey-sign-in';
const LIFETIME_MS = 5 * 60_000;

/** Keeps the challenge of a WebAuthn ceremony until its answer comes: 5 minutes, one answer. */
export async function openCeremony(deps: Needs, kind: Kind, userId: string | null, challenge: string): Promise<string> {
  return (await openChallenge(deps, { kind, userId, data: { challenge }, lifetimeMs: LIFETIME_MS })).token;
}

/** The challenge behind a token, once. */
export async function takeCeremony(
  deps: Needs,
  kind: Kind,
  token: string,
): Promise<{ userId: string | null; challenge: string } | undefined> {
  const tokenHash = deps.secrets.hashToken(token);
  const found = await deps.challenges.takeTry(deps.db, { tokenHash, kind, now: deps.clock(), maximumTries: 1 });
  return found && { userId: found.userId, challenge: String(found.data['challenge']) };
}

/** Who passkeys are made for: the host of our public address, used from our own pages. */
export function relyingParty(deps: Needs): { id: string; origins: string[] } {
  return { id: new URL(deps.settings.publicUrl).hostname, origins: deps.settings.passkeyOrigins };
}
