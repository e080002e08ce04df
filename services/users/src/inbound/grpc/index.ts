import type { UsersServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { blockMethods } from './block.ts';
import { friendMethods } from './friend.ts';
import { personMethods } from './person.ts';
import { rewardMethods } from './reward.ts';

/** Every method of users.proto. */
export function createMethods(useCases: UseCases): GrpcMethods<UsersServiceDefinition> {
  return {
    ...personMethods(useCases),
    ...friendMethods(useCases),
    ...blockMethods(useCases),
    ...rewardMethods(useCases),
  };
}
