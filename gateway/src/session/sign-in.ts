import type { Bus } from '@florin/messaging';
import { createIdentitySigner, type Clock, type Logger } from '@florin/service-kit';
import type { Clients } from '../clients/index.ts';
import { listRevocationsOf } from '../clients/revocations.ts';
import type { Config } from '../config.ts';
import { introspect } from '../clients/introspect.ts';
import { createAccessTokens } from './access-token.ts';
import { bearerReader, opaqueCookieReader, tokenCookieReader } from './credentials.ts';
import { createKeySet } from './key-set.ts';
import { createRevocationFeed } from './revocation-feed.ts';
import { createRevocations } from './revocations.ts';
import type { Session } from './session.ts';
import { createSessions } from './sessions.ts';

const DAY_MS = 86_400_000;
/** Cookies by which browsers sign in, whichever API set them: access tokens, and a session that auth knows. */
export const ACCESS_COOKIE = '__Host-florin-access';
export const TOKEN_COOKIE = 'session-token';
export const OPAQUE_COOKIE = 'connect.sid';

/** Everything by which the gateway knows who calls. `start` does not wait for auth: until it answers, sign-ins get 503. */
export function openSignIn(
  config: Config,
  {
    bus,
    auth,
    clock,
    logger,
    onRevoked,
  }: { bus: Bus; auth: Clients['auth']; clock: Clock; logger: Logger; onRevoked: (userId: string) => void },
) {
  const keys = createKeySet({ url: `${config.AUTH_URL}/.well-known/jwks.json`, clock, logger });
  const tokens = createAccessTokens({ keys, issuer: config.PUBLIC_URL, clock });
  const keepMs = config.MAX_TOKEN_DAYS * DAY_MS;
  const revocations = createRevocations({ clock, keepMs, onAdded: onRevoked });
  const feed = createRevocationFeed({ bus, list: listRevocationsOf(auth), revocations, clock, logger, keepMs });
  const sessions = createSessions({
    readers: [
      bearerReader(tokens),
      tokenCookieReader(tokens, ACCESS_COOKIE),
      tokenCookieReader(tokens, TOKEN_COOKIE),
      opaqueCookieReader(OPAQUE_COOKIE, introspect(auth)),
    ],
    revocations,
    revocationsLoaded: () => feed.loaded(),
    signer: createIdentitySigner(config.INTERNAL_SECRET),
    clock,
  });
  return {
    sessions,
    feed,
    isRevoked: (session: Session) => revocations.has(session),
    /** throws while the signing keys were never read; tries to read them */
    loadKeys: () => (keys.loaded() ? Promise.resolve() : keys.refresh()),
    start: () => {
      feed.start();
      // a first read that fails is made up for by the first token
      keys.refresh().catch((error: unknown) => {
        logger.warn({ err: error }, 'could not read the signing keys of auth yet');
      });
      return Promise.resolve();
    },
    stop: () => feed.stop(),
  };
}
