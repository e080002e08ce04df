import type { UsersServiceDefinition } from '@florin/proto';
import { loadProto } from '@florin/proto';
import { createGrpcClient } from '@florin/service-kit';
import type { ServiceTokens } from '@florin/service-kit';
import type { FriendDirectory } from '../app/feed/ports.ts';

/** Friends as the users service knows them, over gRPC. */
export function createFriendDirectory(address: string, tokens: ServiceTokens): FriendDirectory & { close(): void } {
  const users = createGrpcClient<UsersServiceDefinition>({
    address,
    target: 'users',
    definition: loadProto('users'),
    tokens,
  });
  return {
    friendIds: async (userId) => (await users.listFriendIds({ userId })).userIds,
    close: () => {
      users.close();
    },
  };
}
