import type { DialectDeps, DialectRoute } from '../dialect.ts';
import type { Session } from '../../session/session.ts';
import { refuse } from './errors.ts';

/** The same routes, for people whose e-mail address is verified: others get 403. */
export function verifiedOnly(deps: DialectDeps, routes: readonly DialectRoute[]): DialectRoute[] {
  return routes.map((route) => ({
    ...route,
    handler: async (input) => {
      await requireVerified(deps, input.session);
      return route.handler(input, deps);
    },
  }));
}

/** A token says what was true when it was made; an address verified since then counts. */
async function requireVerified({ clients }: DialectDeps, session: Session | undefined): Promise<void> {
  if (session?.identity.emailVerified === true) return;
  const { users } = session ? await clients.auth.getUsers({ ids: [session.identity.userId] }) : { users: [] };
  if (users[0]?.emailVerified !== true) throw refuse('EMAIL_NOT_VERIFIED', 'Please verify your email');
}
