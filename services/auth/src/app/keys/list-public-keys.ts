import type { JsonWebKey } from 'node:crypto';
import type { Deps } from '../index.ts';

/** RFC 7517 set of every key that a living token may be signed with, and those that will sign within a day. */
export function listPublicKeys(deps: Pick<Deps, 'keys'>): Promise<{ keys: JsonWebKey[] }> {
  return deps.keys.jwks();
}
