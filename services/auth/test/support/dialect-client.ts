import { loadProto, type AuthServiceDefinition } from '@florin/proto';
import { createGrpcClient, createServiceTokens } from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';
import type { Harness } from '../harness.ts';

export const device = { ip: '203.0.113.9', platform: 'android', userAgent: 'okhttp/4', pushToken: 'push-1' };
export const day = { kind: 'SESSION_KIND_TOKEN', lifetimeSeconds: 86_400 } as const;
export const password = '12345678';
export const published = 'PASSWORD_POLICY_PUBLISHED' as const;
export const otp = { channel: 'CHANNEL_EMAIL', device } as const;

export type DialectClient = ReturnType<typeof createDialectClient>;

/** The auth service over gRPC as a dialect of the gateway calls it. */
export function createDialectClient(auth: Harness) {
  const grpc = createGrpcClient<AuthServiceDefinition>({
    address: auth.grpcAddress(),
    target: 'auth',
    definition: loadProto('auth'),
    tokens: createServiceTokens(TEST_SECRET, 'gateway'),
    timeoutMs: 10_000,
  });
  return {
    grpc,
    /** Somebody new with a well-known password, signed in for a day. */
    signUp: (fields: object = {}) =>
      grpc.signUp({
        via: 'spotme',
        email: auth.newEmail(),
        name: 'Sam',
        password,
        passwordPolicy: published,
        device,
        session: day,
        ...fields,
      }),
    signIn: (identifier: string, fields: object = {}) =>
      grpc.signIn({ via: 'spotme', identifier, password, device, session: day, ...fields }),
    close: () => {
      grpc.close();
    },
  };
}
