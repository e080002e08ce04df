import { isFlorinError } from '@florin/errors';
import type { User__Output } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';
import { createServiceClient, type Metrics, type ServiceTokens } from '@florin/service-kit';
import type { UserDirectory, UserName } from '../app/directory/ports.ts';

/** Users as auth knows them, over gRPC. */
export function createUserDirectory(
  address: string,
  { tokens, metrics }: { tokens: ServiceTokens; metrics: Metrics },
): UserDirectory & { close(): void } {
  const auth = createServiceClient('auth', { address, tokens, metrics });
  return {
    resolve: async (name) => {
      try {
        const { user } = await auth.resolveUser(identifierOf(name));
        return user && user.status !== 'terminated' && isProven(name, user) ? user.id : undefined;
      } catch (error) {
        if (isFlorinError(error) && error.code === 'NOT_FOUND') return undefined;
        throw error;
      }
    },
    close: () => auth.close(),
  };
}

/** Money for an address or number goes to nobody who has only claimed it. */
function isProven(name: UserName, { emailVerified, mobileVerified }: User__Output): boolean {
  if ('email' in name) return emailVerified;
  return 'mobile' in name ? mobileVerified : true;
}

function identifierOf(name: UserName) {
  if ('userId' in name) return { userId: name.userId, identifier: 'userId' as const };
  if ('username' in name) return { username: name.username, identifier: 'username' as const };
  if ('email' in name) return { email: name.email, identifier: 'email' as const };
  return { mobile: name.mobile, identifier: 'mobile' as const };
}
