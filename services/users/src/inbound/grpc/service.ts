import type { UsersServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { friendMethods } from './friends.ts';
import { peopleMethods } from './people.ts';
import { rewardMethods } from './rewards.ts';

export type Methods = GrpcMethods<UsersServiceDefinition>;

/** Every method of the proto. */
export function grpcMethods(useCases: UseCases): Methods {
  return { ...peopleMethods(useCases), ...friendMethods(useCases), ...rewardMethods(useCases) };
}
