import { dropFactors } from '../factors/drop-factors.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Takes away all that signs in to an account besides its password, and every link, code and challenge under way. */
export async function dropTraces(deps: Deps, tx: Tx, userId: string) {
  const factors = await dropFactors(deps, tx, userId);
  const passkeys = await deps.passkeys.dropAll(tx, userId);
  const identities = await deps.users.unlinkFederated(tx, userId);
  await deps.knownDevices.forget(tx, userId);
  await deps.codes.voidAll(tx, userId);
  await deps.challenges.dropOf(tx, userId);
  await deps.actionLinks.dropOf(tx, userId);
  return { factors, passkeys, identities };
}
