import type { FinanceServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';

/** What the proto asks this service to implement. */
export type Methods = GrpcMethods<FinanceServiceDefinition>;
