import type { Deps } from '../../app/index.ts';
import { actionLinks } from './accounts/action-link-store.ts';
import { auditLog } from './accounts/audit-store.ts';
import { users } from './accounts/user-store.ts';
import { usernames } from './accounts/username-store.ts';
import { counters } from './limits/counter-store.ts';
import { guesses } from './limits/guess-store.ts';
import { challenges } from './proofs/challenge-store.ts';
import { codes } from './proofs/code-store.ts';
import { factors } from './proofs/factor-store.ts';
import { keptReplies } from './proofs/kept-reply-store.ts';
import { passkeys } from './proofs/passkey-store.ts';
import { trustedDevices } from './proofs/trusted-device-store.ts';
import { knownDevices } from './sessions/known-device-store.ts';
import { revocations } from './sessions/revocation-store.ts';
import { sessions } from './sessions/session-store.ts';

/** Every store of this service; each function is handed the connection or transaction to run on. */
export function createStores() {
  return {
    actionLinks,
    auditLog,
    challenges,
    codes,
    counters,
    factors,
    guesses,
    keptReplies,
    knownDevices,
    passkeys,
    revocations,
    sessions,
    trustedDevices,
    usernames,
    users,
  } satisfies Partial<Deps>;
}
