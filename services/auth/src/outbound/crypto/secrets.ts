import { createHash, createHmac, randomBytes, randomInt, type KeyObject } from 'node:crypto';
import { deriveKey, seal, unseal } from '@florin/service-kit';
import type { Secrets } from '../../app/ports.ts';

/** Everything made from the shared secret, each purpose with a key of its own. */
export function createSecrets(internalSecret: string): Secrets {
  const key = (purpose: string): KeyObject => deriveKey(internalSecret, purpose);
  const hashing = key('auth-hash');
  const refresh = key('auth-refresh');
  const atRest = key('auth-at-rest');
  const onTheBus = key('code');

  /** A keyed hash; `domain` keeps hashes of different things apart. */
  const hash = (domain: string, ...parts: string[]): Buffer =>
    createHmac('sha256', hashing)
      .update(JSON.stringify([domain, ...parts]))
      .digest();

  const refreshMac = (sessionId: string, generation: number, salt: Buffer): Buffer =>
    createHmac('sha256', refresh).update(`${sessionId}.${generation}.`).update(salt).digest();

  return {
    hash,
    auditKey: key('auth-audit'),
    /** 256 random bits for a client to keep */
    newToken: (): string => randomBytes(32).toString('base64url'),
    hashToken: (token: string): Buffer => createHash('sha256').update(token).digest(),
    newSalt: (): Buffer => randomBytes(16),
    newCode: (): string => String(randomInt(0, 1_000_000)).padStart(6, '0'),
    newKid: (): string => randomBytes(12).toString('base64url'),
    hashCode: (userId: string, purpose: string, address: string, code: string): Buffer =>
      hash('code', userId, purpose, address, code),
    sealAtRest: (plain: string, context: string): string => seal(atRest, plain, context),
    unsealAtRest: (sealed: string, context: string): string => unseal(atRest, sealed, context),
    /** for notify: the one-time code of `auth.code-issued.v1` */
    sealCode: (code: string): string => seal(onTheBus, code, 'code'),
    /** for notify: the path of an action link in `auth.security-changed.v1` */
    sealLink: (path: string): string => seal(onTheBus, path, 'link'),
    /** The refresh token of one generation of a session: made again whenever needed, so none is stored. */
    refreshToken: (sessionId: string, generation: number, salt: Buffer): string => {
      const head = Buffer.alloc(20);
      Buffer.from(sessionId.replaceAll('-', ''), 'hex').copy(head);
      head.writeUInt32BE(generation, 16);
      return Buffer.concat([head, refreshMac(sessionId, generation, salt)]).toString('base64url');
    },
    refreshMac,
    parseRefreshToken,
  };
}

/** What a refresh token says about itself; nothing is proven until its mac is compared. */
function parseRefreshToken(token: string): { sessionId: string; generation: number; mac: Buffer } | undefined {
  if (!/^[A-Za-z0-9_-]{70}$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 52 || bytes.toString('base64url') !== token) return undefined;
  const hex = bytes.toString('hex', 0, 16);
  return {
    sessionId: [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'),
    generation: bytes.readUInt32BE(16),
    mac: bytes.subarray(20),
  };
}
