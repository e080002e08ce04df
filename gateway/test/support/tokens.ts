import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createEvent, type EventData, type EventType } from '@florin/contracts';
import { newId } from '@florin/service-kit';
import jwt from 'jsonwebtoken';

export function newKey(kid = randomUUID()) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' } };
}
export type SigningKey = ReturnType<typeof newKey>;

export const ISSUER = 'http://localhost:8080';

/** An access token as auth issues it; `claims` and `header` override. */
export function accessToken(key: SigningKey, claims: object = {}, header: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: ISSUER,
    aud: 'florin',
    sub: newId(),
    sid: newId(),
    typ: 'access',
    amr: ['pwd'],
    auth_time: now,
    roles: ['user'],
    email_verified: true,
    iat: now,
    exp: now + 600,
    ...claims,
  };
  return jwt.sign(payload, key.privateKey, {
    algorithm: 'ES256',
    header: { alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header },
  });
}

export function event<T extends EventType>(type: T, data: EventData<T>) {
  return createEvent({ id: newId(), type, producer: 'auth', aggregateId: newId(), data, occurredAt: new Date() });
}
