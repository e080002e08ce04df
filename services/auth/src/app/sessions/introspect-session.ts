import { isLive, type Session } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';

const TOUCH_MS = 5 * 60_000;

/** Who the opaque value of a session cookie belongs to; undefined when the session has ended or never was. */
export async function introspectSession(
  deps: Pick<Deps, 'background' | 'clock' | 'db' | 'secrets' | 'sessions' | 'users'>,
  token: string,
): Promise<{ session: Session; user: User } | undefined> {
  const now = deps.clock();
  const session = await deps.sessions.byOpaqueHash(deps.db, deps.secrets.hashToken(token));
  if (!session || !isLive(session, now)) return undefined;
  const user = await deps.users.find(deps.db, { kind: 'id', value: session.userId });
  if (user?.status !== 'active') return undefined;
  if (now.getTime() - session.lastUsedAt.getTime() > TOUCH_MS) {
    deps.background.run('touch session', () => deps.sessions.update(deps.db, session.id, { lastUsedAt: now }));
  }
  return { session, user };
}
