import { notFound } from '@florin/errors';
import type { Session } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { factorsOf, type FactorKind } from '../factors/own-factors.ts';
import type { Deps } from '../index.ts';

export interface UserDescription {
  user: User;
  hasPassword: boolean;
  factors: FactorKind[];
  passkeys: number;
  identities: { issuer: string; createdAt: Date }[];
  /** living ones, last used first */
  sessions: Session[];
}

/** How a person signs in and where they are signed in, for support staff. Throws NOT_FOUND. */
export async function describeUser(
  deps: Pick<Deps, 'db' | 'clock' | 'users' | 'factors' | 'passkeys' | 'sessions'>,
  id: string,
): Promise<UserDescription> {
  const user = await deps.users.find(deps.db, { kind: 'id', value: id });
  if (!user) throw notFound('User');
  const [factors, passkeys, identities, sessions] = await Promise.all([
    factorsOf(deps, user),
    deps.passkeys.listOf(deps.db, id),
    deps.users.federatedOf(deps.db, id),
    deps.sessions.liveOf(deps.db, id, deps.clock()),
  ]);
  return { user, hasPassword: user.passwordHash !== null, factors, passkeys: passkeys.length, identities, sessions };
}
