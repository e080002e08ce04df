import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';

/** An issuer of ID tokens in Google's form, with its keys at a local URL. */
export async function startGoogle() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }];
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const token = (claims: object = {}, options: { forged?: boolean; kid?: string; expiresIn?: number } = {}) =>
    jwt.sign(
      { iss: 'https://accounts.google.com', aud: 'client-1', sub: 'g-1', name: 'Gil', email_verified: true, ...claims },
      options.forged === true ? other : privateKey,
      { algorithm: 'RS256', keyid: options.kid ?? 'k1', expiresIn: options.expiresIn ?? 3600 },
    );
  return {
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`,
    token,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
