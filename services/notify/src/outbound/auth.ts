import type { AuthServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { Clock, GrpcClient, ServiceTokens } from '@florin/service-kit';
import { createGrpcClient } from '@florin/service-kit';
import type { LookUpUsers } from '../app/contacts/ports.ts';

type AuthClient = GrpcClient<AuthServiceDefinition>;

export function createAuthClient({ address, tokens }: { address: string; tokens: ServiceTokens }): AuthClient {
  return createGrpcClient<AuthServiceDefinition>({
    address,
    target: 'auth',
    definition: loadProto('auth'),
    tokens,
  });
}

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
