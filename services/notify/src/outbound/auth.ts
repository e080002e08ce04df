import type { AuthServiceDefinition } from '@florin/proto';
import type { Clock, GrpcClient } from '@florin/service-kit';
import type { LookUpUsers } from '../app/ports.ts';

/** Auth's users behind the port. */
export function createLookUpUsers(
  auth: Pick<GrpcClient<AuthServiceDefinition>, 'getUsers'>,
  clock: Clock,
): LookUpUsers {
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
