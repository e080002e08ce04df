import type { Deps } from '../index.ts';
import type { Challenge } from './ports.ts';

interface NewChallenge extends Pick<Challenge, 'kind' | 'userId' | 'data'> {
  lifetimeMs: number;
}

/** Keeps what a client comes back for. Only a hash of the token is kept. */
export async function openChallenge(
  { challenges, clock, db, secrets }: Pick<Deps, 'challenges' | 'clock' | 'db' | 'secrets'>,
  { lifetimeMs, ...challenge }: NewChallenge,
): Promise<{ token: string; expiresAt: Date }> {
  const token = secrets.newToken();
  const createdAt = clock();
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
  const tokenHash = secrets.hashToken(token);
  await challenges.insert(db, { ...challenge, tokenHash, tries: 0, createdAt, expiresAt, usedAt: null });
  return { token, expiresAt };
}
