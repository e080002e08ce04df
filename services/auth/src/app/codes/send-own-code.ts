import { FlorinError } from '@florin/errors';
import type { CodePurpose } from '../../domain/code.ts';
import type { Channel } from '../../domain/user.ts';
import type { Identifier } from '../accounts/ports.ts';
import type { Caller } from '../sessions/caller.ts';
import { sendCode } from './send-code.ts';
import type { Deps } from '../index.ts';

/** Sends a code to the signed-in person's own address. Throws CONFLICT when there is none or nothing to verify. */
export async function sendOwnCode(
  deps: Deps,
  caller: Caller,
  { channel, purpose }: { channel: Channel; purpose: CodePurpose },
): Promise<void> {
  const identifiers: Identifier[] = [{ kind: 'id', value: caller.userId }];
  const { outcome } = await sendCode(deps, { identifiers, channel, purpose, ip: caller.ip, own: true });
  if (outcome === 'no-address') throw new FlorinError('CONFLICT', 'There is no such address on your account');
  if (outcome === 'already-verified') throw new FlorinError('CONFLICT', 'This address is verified already');
}
