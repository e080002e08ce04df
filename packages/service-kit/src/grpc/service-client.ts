import { loadProto, type ServiceDefinitions } from '@florin/proto';
import { createGrpcClient, type GrpcClient, type GrpcClientOptions } from './client.ts';

/** One of the five services as async functions; rejected calls are FlorinErrors. */
export type ServiceClient<Name extends keyof ServiceDefinitions> = GrpcClient<ServiceDefinitions[Name]>;

/** `createGrpcClient` for one of the five services. Connects at the first call. */
export function createServiceClient<Name extends keyof ServiceDefinitions>(
  name: Name,
  options: Omit<GrpcClientOptions, 'target' | 'definition'>,
): ServiceClient<Name> {
  return createGrpcClient<ServiceDefinitions[Name]>({ ...options, target: name, definition: loadProto(name) });
}
