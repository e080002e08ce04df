import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { FlorinError } from '@florin/errors';
import type { Clock, Logger } from '@florin/service-kit';

const jwksSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().min(1).max(200).optional() })).max(50),
});

export interface KeySet {
  /** The public key of that id, or undefined when auth has none. Throws UNAVAILABLE while no key was ever read. */
  key(kid: string): Promise<KeyObject | undefined>;
  refresh(): Promise<void>;
  loaded(): boolean;
}

export interface KeySetOptions {
  /** auth's /.well-known/jwks.json */
  url: string;
  clock: Clock;
  logger: Logger;
  /** least time between two looks for an unknown id; default 10 s */
  coolDownMs?: number;
  /** age after which keys are read anew in the background, so that a withdrawn key goes; default 10 min */
  maxAgeMs?: number;
}

const FIRST_COOL_DOWN_MS = 250;

/** The keys that sign access tokens. The last ones read are kept while auth does not answer. */
export function createKeySet(options: KeySetOptions): KeySet {
  const { clock, logger, coolDownMs = 10_000, maxAgeMs = 600_000 } = options;
  let keys: Map<string, KeyObject> | undefined;
  let readAt = 0;
  let triedAt = 0;
  let reading: Promise<void> | undefined;

  const read = async () => {
    triedAt = clock().getTime();
    keys = await fetchKeys(options.url);
    readAt = triedAt;
  };
  const refresh = () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const tryRefresh = () =>
    refresh().catch((error: unknown) => {
      logger.warn({ err: error }, 'could not read the signing keys of auth');
    });

  return {
    refresh,
    loaded: () => keys !== undefined,
    key: async (kid) => {
      const now = clock().getTime();
      if (keys?.has(kid)) {
        if (now - readAt > maxAgeMs && now - triedAt > coolDownMs) void tryRefresh();
        return keys.get(kid);
      }
      // without any key every token waits for the first ones; with some, an unknown id is most likely a forged one
      if (reading || now - triedAt > (keys ? coolDownMs : FIRST_COOL_DOWN_MS)) await tryRefresh();
      if (!keys) throw new FlorinError('UNAVAILABLE', 'auth does not answer at present', { retryAfterSeconds: 2 });
      return keys.get(kid);
    },
  };
}

async function fetchKeys(url: string): Promise<Map<string, KeyObject>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3_000), redirect: 'error' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const { keys } = jwksSchema.parse(await response.json());
  const usable = keys.flatMap((jwk) => {
    const { kid, kty, crv, use, alg } = jwk as Record<string, unknown> & { kid?: string };
    const fits = kty === 'EC' && crv === 'P-256' && (use ?? 'sig') === 'sig' && (alg ?? 'ES256') === 'ES256';
    return fits && kid !== undefined ? [[kid, createPublicKey({ key: jwk, format: 'jwk' })] as const] : [];
  });
  if (usable.length === 0) throw new Error(`${url} holds no ES256 key`);
  return new Map(usable);
}
