import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Knex } from 'knex';
import jwt from 'jsonwebtoken';
import type { Clock } from '@florin/service-kit';
import type { SigningKeys } from '../app/keys/ports.ts';
import type { Secrets } from '../app/ports.ts';
import { MAX_TOKEN_SECONDS } from '../domain/session.ts';
import * as keyStore from './postgres/sessions/signing-key-store.ts';
import type { StoredKey } from './postgres/sessions/signing-key-store.ts';

const DAY_MS = 86_400_000;
/** A key is published this long before it signs, so that no verifier meets a key it has not fetched. */
const AHEAD_MS = DAY_MS;
const RELOAD_MS = 60_000;

interface Options {
  knex: Knex;
  secrets: Secrets;
  clock: Clock;
  config: { PUBLIC_URL: string; KEY_ROTATION_DAYS: number };
}

/** ES256 keys in the database, private parts sealed; each process keeps them a minute. */
export function createSigningKeys({ knex, secrets, clock, config }: Options): SigningKeys {
  const { PUBLIC_URL: issuer, KEY_ROTATION_DAYS: rotationDays } = config;
  let loaded: { at: number; keys: StoredKey[] } | undefined;
  const opened = new Map<string, KeyObject>();

  const load = async (): Promise<StoredKey[]> => {
    const now = clock().getTime();
    if (!loaded || Math.abs(now - loaded.at) > RELOAD_MS) loaded = { at: now, keys: await keyStore.list(knex) };
    return loaded.keys;
  };
  const privateKey = (key: StoredKey): KeyObject => {
    const known = opened.get(key.kid);
    if (known) return known;
    const der = secrets.unsealAtRest(key.privateSealed ?? '', `signing-key ${key.kid}`);
    const opening = createPrivateKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'pkcs8' });
    opened.set(key.kid, opening);
    return opening;
  };

  return {
    rotate: async () => {
      await knex.transaction(async (trx) => {
        await keyStore.lockAll(trx);
        const now = clock();
        const next = dueKey(await keyStore.list(trx), { now, rotationDays, secrets });
        if (next) await keyStore.insert(trx, next);
        await keyStore.retire(trx, now);
      });
      loaded = undefined;
    },
    sign: async (claims, lifetimeSeconds) => {
      const now = clock();
      const key = (await load()).findLast((one) => one.privateSealed !== null && one.signsFrom <= now);
      if (!key) throw new Error('there is no signing key');
      const iat = Math.floor(now.getTime() / 1000);
      const payload = { iss: issuer, aud: 'florin', typ: 'access', ...claims, iat, exp: iat + lifetimeSeconds };
      const header = { alg: 'ES256' as const, typ: 'at+jwt', kid: key.kid };
      return jwt.sign(payload, privateKey(key), { algorithm: 'ES256', header });
    },
    jwks: async () => {
      const now = clock();
      const keys = (await load()).filter(({ publishedUntil }) => publishedUntil > now);
      return { keys: keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, use: 'sig', alg: 'ES256' })) };
    },
  };
}

/** The key to add now, if the newest one ends within the time a key must be known before it signs. */
function dueKey(
  keys: StoredKey[],
  { now, rotationDays, secrets }: { now: Date; rotationDays: number; secrets: Secrets },
): StoredKey | undefined {
  const newest = keys.at(-1);
  if (newest && newest.signsUntil.getTime() - now.getTime() > AHEAD_MS) return undefined;
  const overdue = !newest || newest.signsUntil <= now;
  const signsFrom = overdue ? now : newest.signsUntil;
  const signsUntil = new Date(signsFrom.getTime() + rotationDays * DAY_MS);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = secrets.newKid();
  const der = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return {
    kid,
    publicJwk: { ...createPublicKey(privateKey).export({ format: 'jwk' }) },
    privateSealed: secrets.sealAtRest(der, `signing-key ${kid}`),
    createdAt: now,
    signsFrom,
    signsUntil,
    publishedUntil: new Date(signsUntil.getTime() + MAX_TOKEN_SECONDS * 1000),
  };
}
