import type { SessionSpec } from '../../domain/session.ts';
import { isVerified } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { openSession, type Opened } from '../sessions/open-session.ts';
import { ownerOf, type PasskeyAnswer } from './passkey-owner.ts';

export type PasskeySignInResult =
  | { outcome: 'signed-in'; opened: Opened }
  | { outcome: 'refused' }
  | { outcome: 'unverified' | 'terminated' | 'frozen' };

/** Signs in by a passkey alone: it is something one has and, with user verification, something one knows or is. */
export async function signInWithPasskey(
  deps: Deps,
  { spec, ...answer }: PasskeyAnswer & { spec: SessionSpec },
): Promise<PasskeySignInResult> {
  const user = await ownerOf(deps, answer, true);
  if (!user) return { outcome: 'refused' };
  if (user.status !== 'active') return { outcome: user.status };
  if (!isVerified(user)) return { outcome: 'unverified' };
  return deps.transact(async (tx) => {
    const current = (await deps.users.lock(tx, user.id)) ?? user;
    const opened = await openSession(deps, tx, { user: current, spec, amr: ['pop', 'user', 'mfa'] });
    return { outcome: 'signed-in', opened };
  });
}
