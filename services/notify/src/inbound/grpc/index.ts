import type { NotifyServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { notificationMethods } from './notification.ts';

/** Every method of notify.proto. */
export function createMethods(useCases: UseCases): GrpcMethods<NotifyServiceDefinition> {
  return notificationMethods(useCases);
}
