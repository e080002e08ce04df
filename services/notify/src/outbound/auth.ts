import type { Clock, ServiceClient } from '@florin/service-kit';
import type { LookUpUsers } from '../app/contacts/ports.ts';

type AuthClient = ServiceClient<'auth'>;

/** Auth's users behind the port. */
export function createLookUpUsers(auth: Pick<AuthClient, 'getUsers'>, clock: Clock): LookUpUsers {
  return async (userIds) => {
    const at = clock();
    const { users } = await auth.getUsers({ ids: [...userIds] });
    return users.map((user) => ({
      userId: user.id,
      name: user.name,
      email: user.email === '' ? null : user.email,
      mobile: user.mobile === '' ? null : user.mobile,
      emailVerified: user.emailVerified,
      mobileVerified: user.mobileVerified,
      terminated: user.status === 'terminated',
      at,
    }));
  };
}
