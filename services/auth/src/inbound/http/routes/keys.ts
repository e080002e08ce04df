import { z } from 'zod';
import { route } from '@florin/service-kit';
import type { Route } from '@florin/service-kit';
import type { App } from '../../../app/ports.ts';

const jwk = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('ES256'),
});

export function keyRoutes(app: App): Route[] {
  return [
    route({
      method: 'get',
      path: '/.well-known/jwks.json',
      summary: 'Public keys that verify access tokens (RFC 7517)',
      tag: 'Session',
      access: 'public',
      reply: { status: 200, schema: z.object({ keys: z.array(jwk) }) },
      handler: async () => ({
        body: await app.keys.jwks(),
        headers: { 'Cache-Control': 'public, max-age=300' },
      }),
    }),
  ];
}
