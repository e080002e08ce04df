import type { Session } from '../../domain/session.ts';
import { isLive } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import type { App } from '../ports.ts';

const TOUCH_MS = 5 * 60_000;

/** Who the opaque value of a session cookie belongs to; undefined when the session has ended or never was. */
export async function introspect(app: App, token: string): Promise<{ session: Session; user: User } | undefined> {
  const now = app.clock();
  const session = await app.stores.sessions.byOpaqueHash(app.db, app.secrets.hashToken(token));
  if (!session || !isLive(session, now)) return undefined;
  const user = await app.stores.users.find(app.db, { kind: 'id', value: session.userId });
  if (user?.status !== 'active') return undefined;
  if (now.getTime() - session.lastUsedAt.getTime() > TOUCH_MS) {
    app.background.run('touch session', () => app.stores.sessions.update(app.db, session.id, { lastUsedAt: now }));
  }
  return { session, user };
}
