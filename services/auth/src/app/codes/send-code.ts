import type { CodePurpose } from '../../domain/code.ts';
import { addressOf, canOpenBy, isAddressVerified, type Channel, type User } from '../../domain/user.ts';
import { findAccount } from '../accounts/find-account.ts';
import type { Identifier } from '../accounts/ports.ts';
import type { Deps } from '../index.ts';
import { issueCode } from './issue-code.ts';

export interface SendCode {
  identifiers: readonly Identifier[];
  channel: Channel;
  purpose: CodePurpose;
  ip: string;
  /** the person asks for it in a session of theirs */
  own?: boolean;
}

export type SendCodeResult =
  { outcome: 'unknown-user' } | { outcome: 'sent' | 'terminated' | 'no-address' | 'already-verified'; user: User };

/**
 * Sends a code to an account's own address: to verify it, to reset the password, or for a dialect's any purpose.
 * Throws RATE_LIMITED, see `issueCode`.
 */
export async function sendCode(deps: Deps, input: SendCode): Promise<SendCodeResult> {
  const user = await findAccount(deps, input.identifiers);
  if (!user) return { outcome: 'unknown-user' };
  if (user.status === 'terminated') return { outcome: 'terminated', user };
  const address = addressOf(user, input.channel);
  if (address === null || (input.own !== true && !canOpenBy(user, input.channel)))
    return { outcome: 'no-address', user };
  const verifying = input.purpose === 'verify-email' || input.purpose === 'verify-mobile';
  if (verifying && isAddressVerified(user, input.channel)) return { outcome: 'already-verified', user };
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, user.id);
    await issueCode(deps, tx, { ...input, user, address });
  });
  return { outcome: 'sent', user };
}
