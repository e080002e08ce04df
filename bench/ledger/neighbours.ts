import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import jwt from 'jsonwebtoken';
import { loadProto, type AuthServiceDefinition } from '@florin/proto';
import {
  createGrpcServer,
  createLogger,
  createMetrics,
  createServiceTokens,
  type GrpcMethods,
} from '@florin/service-kit';
import type { AddressInfo } from 'node:net';

export interface Neighbours {
  /** the settings that lead the gateway and the ledger to them */
  environment: Record<string, string>;
  /** an access token of the user that gateways of `url` take */
  tokenFor(url: string): (userId: string) => string;
  stop(): Promise<void>;
}

/** Serves auth's keys and revocations, and says as users does that everybody may pay everybody. */
export async function startNeighbours(secret: string): Promise<Neighbours> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwks = JSON.stringify({
    keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', alg: 'ES256' }],
  });
  const http = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(jwks));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const auth = await serve('auth', secret, { listRevocations: () => Promise.resolve({ revocations: [] }) });
  const users = await serve('users', secret, {
    checkReach: ({ otherIds }: { otherIds: string[] }) => Promise.resolve({ reach: otherIds.map(() => 'open') }),
    checkPayments: ({ payments }: { payments: unknown[] }) => Promise.resolve({ reach: payments.map(() => 'open') }),
  });
  return {
    environment: {
      AUTH_URL: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
      AUTH_GRPC: auth.address,
      USERS_GRPC: users.address,
    },
    tokenFor: (issuer) => (userId) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        ...{ sid: randomUUID(), typ: 'access', amr: ['pwd'], auth_time: now, roles: ['user'], email_verified: true },
        ...{ iat: now, exp: now + 7_200 },
      };
      return jwt.sign(claims, privateKey, {
        ...{ algorithm: 'ES256', audience: 'florin', issuer, subject: userId, keyid: 'bench' },
        header: { alg: 'ES256', typ: 'at+jwt' },
      });
    },
    stop: async () => {
      http.closeAllConnections();
      http.close();
      await Promise.all([auth.stop(), users.stop()]);
    },
  };
}

async function serve(name: 'auth' | 'users', secret: string, known: object) {
  const methods = new Proxy(known, {
    get: (target, method): unknown =>
      Reflect.get(target, method) ?? (() => Promise.reject(new Error(`${String(method)} is not in this bench`))),
  });
  const server = createGrpcServer<AuthServiceDefinition>({
    address: { host: '127.0.0.1', port: 0 },
    definition: loadProto(name),
    methods: methods as unknown as GrpcMethods<AuthServiceDefinition>,
    tokens: createServiceTokens(secret, name),
    logger: createLogger(name, 'silent'),
    metrics: createMetrics(name, { defaults: false }),
  });
  const port = await server.start();
  return { address: `127.0.0.1:${port}`, stop: () => server.stop() };
}
