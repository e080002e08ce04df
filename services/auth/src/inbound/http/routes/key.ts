import { z } from 'zod';
import { route } from '@florin/service-kit';
import type { Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';

const jwk = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('ES256'),
});

export function keyRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/.well-known/jwks.json',
      summary: 'Public keys that verify access tokens (RFC 7517)',
      tag: 'Session',
      access: 'public',
      reply: { status: 200, schema: z.object({ keys: z.array(jwk) }) },
      handler: async () => ({
        body: await useCases.listPublicKeys(),
        headers: { 'Cache-Control': 'public, max-age=300' },
      }),
    }),
  ];
}
