import type { RoleName, User } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { notice } from '../abuse/notice.ts';
import type { App } from '../ports.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';

/**
 * Gives or takes a role. Every session ends, so that no token goes on with the old roles. Undefined when nobody has
 * the address; a role a person has already changes nothing.
 */
export async function setRole(
  app: App,
  { userId, role, give }: { userId: string; role: Exclude<RoleName, 'user'>; give: boolean },
): Promise<User | undefined> {
  return app.unit(async (unit) => {
    const user = await app.stores.users.lock(unit.trx, userId);
    if (user?.status !== 'active') return undefined;
    if (user.roles.includes(role) === give) return user;
    const roles = give ? [...user.roles, role] : user.roles.filter((one) => one !== role);
    await app.stores.users.update(unit.trx, userId, { roles, updatedAt: app.clock() });
    await endAllSessions(app, unit, { userId, reason: 'roles-changed' });
    await audit(app, unit, { userId, type: 'roles-changed', detail: { roles: roles.join(' ') } });
    const detail = `Your account ${give ? 'was given' : 'lost'} the role ${role}. Please sign in again.`;
    await notice(app, unit, { userId, what: 'roles-changed', detail });
    return { ...user, roles };
  });
}
