import type { User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import { requireNothingLeft } from '../closings/require-nothing-left.ts';
import type { PayOut } from '../closings/ports.ts';
import { dropTraces } from '../contacts/drop-traces.ts';
import type { Deps } from '../index.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';
import { callerOf, requireFresh, type Caller } from '../sessions/caller.ts';
import { endAllSessions } from '../sessions/end-sessions.ts';
import { retiredHash } from './find-account.ts';
import type { Identifier } from './ports.ts';

const PSEUDONYM = 'Deleted account';

/**
 * Ends an account for good: sessions and factors go, personal data is replaced by a pseudonym, and what money moved
 * stays in the ledger under the id. Identifiers are kept as keyed hashes, so that nobody takes the name of somebody
 * who was paid once, and the password as its hash, so that sign-in can say terminated to its owner alone. Throws STEP_UP_REQUIRED, and CONFLICT
 * while there is something left in it; the ledger stops every posting before it tells, so that nothing comes in meanwhile, and
 * opens the account again when it stays. `payOut` sends the money somewhere first. `via` is an API that knows no step-up: sessions it opened need not be fresh.
 */
export async function terminateAccount(
  deps: Deps,
  { via, payOut, ...caller }: Caller & { via?: string; payOut?: PayOut | undefined },
): Promise<void> {
  const { session } = await callerOf(deps, caller);
  if (session.via !== via) requireFresh(deps, session);
  const { userId } = caller;
  try {
    requireNothingLeft(await deps.closing.begin(userId, payOut), { paysOut: payOut !== undefined });
    await terminate(deps, caller);
  } catch (error) {
    // should this fail too, the ledger asks about the person by itself
    await deps.closing.abandon(userId).catch((err: unknown) => deps.logger.warn({ err }, 'a closing is not ended'));
    throw error;
  }
}

async function terminate(deps: Deps, caller: Caller): Promise<void> {
  await deps.transact(async (tx) => {
    const user = await deps.users.lock(tx, caller.userId);
    if (user?.status !== 'active') return;
    const { id: userId } = user;
    await endAllSessions(deps, tx, { userId, reason: 'terminated' });
    await tell(deps, tx, user, caller);
    await deps.users.retire(
      tx,
      userId,
      provenIdentifiersOf(user).map((one) => retiredHash(deps, one)),
    );
    await dropTraces(deps, tx, userId);
    const now = deps.clock();
    await deps.users.update(tx, userId, { ...NOBODY, statusChangedAt: now, updatedAt: now });
    tx.emit('auth.user-terminated.v1', { userId, terminatedAt: now.toISOString() });
  });
}

const NOBODY = {
  status: 'terminated',
  name: PSEUDONYM,
  email: null,
  emailNormal: null,
  emailVerifiedAt: null,
  username: null,
  usernameNormal: null,
  mobile: null,
  mobileVerifiedAt: null,
  dateOfBirth: null,
  locale: null,
  timeZone: null,
  roles: ['user'],
} satisfies Partial<User>;

/** What nobody else gets without a proof: an address that was only claimed is anybody's. */
function provenIdentifiersOf(user: User): Identifier[] {
  const found: [Identifier['kind'], string | null][] = [
    ['email', user.emailVerifiedAt && user.emailNormal],
    ['username', user.usernameNormal],
    ['mobile', user.mobileVerifiedAt && user.mobile],
  ];
  return found.flatMap(([kind, value]) => (value === null ? [] : [{ kind, value }]));
}

function provenAddressesOf({ email, emailVerifiedAt, mobile, mobileVerifiedAt }: User) {
  if (email !== null && emailVerifiedAt !== null) return [{ channel: 'email' as const, to: email }];
  return mobile !== null && mobileVerifiedAt !== null ? [{ channel: 'sms' as const, to: mobile }] : [];
}

async function tell(deps: Deps, tx: Tx, user: User, { ip, sessionId }: Caller): Promise<void> {
  await audit(deps, tx, { userId: user.id, type: 'terminated', ip, sessionId });
  await sendNotice(deps, tx, {
    userId: user.id,
    what: 'terminated',
    detail: 'Your account was terminated, as you asked.',
    alsoTo: provenAddressesOf(user),
    link: false,
  });
}
