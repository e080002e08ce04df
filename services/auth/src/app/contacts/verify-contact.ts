import type { SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { tryCode, type CodeInput, type CodeRefusal } from '../codes/try-code.ts';
import type { Deps } from '../index.ts';
import { openSession, type Opened } from '../sessions/open-session.ts';
import { proveContact } from './prove-contact.ts';

export interface VerifyContact extends CodeInput {
  /** signs the person in by the code */
  spec?: SessionSpec | undefined;
  refuseVerified: boolean;
  /** the session the request was made in, if any: it outlives the proof */
  session?: { userId: string; sessionId: string } | undefined;
}

export type VerifyResult =
  | { outcome: 'ok'; user: User; opened: Opened | null }
  | { outcome: CodeRefusal | 'second-factor' | 'frozen'; user?: User | undefined };

/**
 * Proves an address by its code and, with `spec`, signs the person in by it. An account with 2FA on can't be signed in
 * this way: `second-factor`. The first proof hands the account over, see `proveContact`; the password stays, for the
 * mail with the code has told that there is one. The code is used up only when all of it happens.
 */
export async function verifyContact(deps: Deps, input: VerifyContact): Promise<VerifyResult> {
  const { channel, spec, device, session } = input;
  const [first] = input.identifiers;
  const named = first?.kind === 'email' ? 'email' : first?.kind === 'mobile' ? 'sms' : undefined;
  const done = await tryCode(deps, {
    ...input,
    use: channel === 'email' ? 'verify-email' : 'verify-mobile',
    sessionUserId: session?.userId,
    refuse: async (user, tx) => {
      if (!spec) return undefined;
      if (user.status === 'frozen') return 'frozen' as const;
      const [factors] = await deps.factors.summaries(tx, [user.id]);
      return factors?.enabled === true ? ('second-factor' as const) : undefined;
    },
    effect: async (current, tx) => {
      const sessionId = session?.userId === current.id ? session.sessionId : undefined;
      const keep = { password: true, sessionId, contact: named } as const;
      const user = await proveContact(deps, tx, { user: current, channel, ip: device.ip, keep });
      const opened = spec ? await openSession(deps, tx, { user, spec, amr: ['otp'] }) : null;
      return { user, opened };
    },
  });
  if (done.outcome !== 'ok') return done;
  return done.value ? { outcome: 'ok', ...done.value } : { outcome: 'none', user: done.user };
}
