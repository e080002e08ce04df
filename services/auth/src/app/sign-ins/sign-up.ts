import type { SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { createAccount, type NewAccount } from '../accounts/create-account.ts';
import { openSession, type Opened } from '../sessions/open-session.ts';
import type { Deps } from '../index.ts';

export interface SignUp extends NewAccount {
  /** opens a session with the account */
  spec: SessionSpec | undefined;
}

/** Makes an account and, with `spec`, signs its person in at once. Throws as `createAccount`. */
export async function signUp(deps: Deps, { spec, ...input }: SignUp): Promise<{ user: User; opened: Opened | null }> {
  const { body } = await createAccount(deps, input, async (user, tx) => ({
    user,
    opened: spec ? await openSession(deps, tx, { user, spec, amr: ['pwd'] }) : null,
  }));
  return body;
}
