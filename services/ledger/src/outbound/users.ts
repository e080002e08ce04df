import type { UsersServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import { createGrpcClient } from '@florin/service-kit';
import type { Logger, ServiceTokens } from '@florin/service-kit';
import type { FriendDirectory } from '../app/feed/ports.ts';
import type { PeopleDirectory } from '../app/people/ports.ts';
import { createReach } from './reach-of-users.ts';

/** a list without names is better than one that comes late */
const NAMES_TIMEOUT_MS = 500;

/** Friends and people as the users service knows them, over gRPC. */
export function createUsersClient(
  address: string,
  tokens: ServiceTokens,
  logger: Logger,
): FriendDirectory & PeopleDirectory & { close(): void } {
  const users = createGrpcClient<UsersServiceDefinition>({
    address,
    target: 'users',
    definition: loadProto('users'),
    tokens,
  });
  return {
    reach: createReach(users, logger),
    friendIds: async (userId) => (await users.listFriendIds({ userId })).userIds,
    byIds: async (userIds) => {
      const { profiles } = await users.getProfiles({ userIds: [...userIds] }, { timeoutMs: NAMES_TIMEOUT_MS });
      return profiles.map(({ userId, name, username, hasPicture }) => ({ id: userId, name, username, hasPicture }));
    },
    close: () => {
      users.close();
    },
  };
}
