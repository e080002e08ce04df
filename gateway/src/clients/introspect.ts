import type { Role } from '@florin/service-kit';
import { badCredential, startOf, type Session } from '../session/session.ts';
import type { Clients } from './index.ts';

/** Asks auth whose session an opaque cookie is. Throws UNAUTHENTICATED when it is nobody's any more. */
export function introspect(auth: Pick<Clients['auth'], 'introspectSession'>): (value: string) => Promise<Session> {
  return async (value) => {
    const { active, user, sessionId, amr, authTime, expiresAt } = await auth.introspectSession({ token: value });
    if (!active || !user) throw badCredential('invalid');
    return {
      identity: {
        userId: user.id,
        sessionId,
        roles: user.roles as Role[],
        amr,
        authTime: Number(authTime),
        emailVerified: user.emailVerified,
      },
      startedAt: startOf(sessionId, Number(authTime)),
      expiresAt: new Date(expiresAt).getTime(),
    };
  };
}
