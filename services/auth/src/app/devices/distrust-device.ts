import { notFound } from '@florin/errors';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import type { Caller } from '../sessions/caller.ts';

/** Ends the trust in one device of the caller. Throws NOT_FOUND. */
export async function distrustDevice(deps: Deps, { userId, sessionId, ip }: Caller, id: string): Promise<void> {
  await deps.transact(async (tx) => {
    if (!(await deps.trustedDevices.drop(tx, userId, id))) throw notFound('Trusted device');
    await audit(deps, tx, { userId, type: 'device-distrusted', ip, sessionId });
  });
}
