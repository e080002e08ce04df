import type { User__Output } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';
import { isFlorinError } from '@florin/errors';
import type { ServiceClient } from '@florin/service-kit';
import type { Directory } from '../app/people/ports.ts';
import type { ProfileSeed } from '../domain/profile.ts';

type AuthClient = ServiceClient<'auth'>;

/** Auth's users behind the port; throws UNAVAILABLE while auth does not answer. */
export function createDirectory(auth: Pick<AuthClient, 'getUsers' | 'resolveUser'>): Directory {
  return {
    getUsers: async (userIds) => {
      const { users } = await auth.getUsers({ ids: [...userIds] });
      return users.filter((user) => user.status !== 'terminated').map(toSeed);
    },
    resolve: async (identifier) => {
      const { user } = await auth.resolveUser(identifier).catch((error: unknown) => {
        if (isFlorinError(error) && error.code === 'NOT_FOUND') return { user: null };
        throw error;
      });
      // an address that was only claimed is nobody's
      const claimed = user !== null && 'email' in identifier && !user.emailVerified;
      return user && user.status !== 'terminated' && !claimed ? toSeed(user) : undefined;
    },
  };
}

function toSeed(user: User__Output): ProfileSeed {
  return {
    userId: user.id,
    name: user.name,
    username: orNull(user.username),
    email: orNull(user.email),
    timeZone: orNull(user.timeZone),
    locale: orNull(user.locale),
    registeredAt: new Date(user.createdAt),
  };
}

/** proto3 has no null: absent strings are empty */
function orNull(value: string): string | null {
  return value === '' ? null : value;
}
