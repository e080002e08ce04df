import type { RoleName, User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import { sendNotice } from '../notices/send-notice.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';

/**
 * Gives or takes a role. Every session ends, so that no token goes on with the old roles. Undefined when nobody has
 * the address; a role a person has already changes nothing.
 */
export async function setRole(
  deps: Deps,
  { userId, role, give }: { userId: string; role: Exclude<RoleName, 'user'>; give: boolean },
): Promise<User | undefined> {
  return deps.transact(async (tx) => {
    const user = await deps.users.lock(tx, userId);
    if (user?.status !== 'active') return undefined;
    if (user.roles.includes(role) === give) return user;
    const roles = give ? [...user.roles, role] : user.roles.filter((one) => one !== role);
    await deps.users.update(tx, userId, { roles, updatedAt: deps.clock() });
    await endAllSessions(deps, tx, { userId, reason: 'roles-changed' });
    await audit(deps, tx, { userId, type: 'roles-changed', detail: { roles: roles.join(' ') } });
    const detail = `Your account ${give ? 'was given' : 'lost'} the role ${role}. Please sign in again.`;
    await sendNotice(deps, tx, { userId, what: 'roles-changed', detail });
    return { ...user, roles };
  });
}
