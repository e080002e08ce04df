import type { CodePurpose } from '../../domain/code.ts';
import { type Channel, type Provider, type User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import { issueCode } from '../codes/issue-code.ts';
import { releaseClaim } from '../contacts/release-claim.ts';
import type { Deps } from '../index.ts';
import type { PasswordPolicy } from '../passwords/policy.ts';
import { tellListed } from '../passwords/tell-listed.ts';
import { checkSignUp } from '../sign-ins/check-sign-up.ts';
import type { Tx } from '../ports.ts';
import { retiredHash } from './find-account.ts';
import { normalEmail, mobileOf, taken } from './identifiers.ts';

export interface NewAccount {
  /** one of e-mail and mobile is needed */
  email?: string | undefined;
  mobile?: string | undefined;
  /** ISO 3166 country a local mobile number belongs to */
  country?: string | undefined;
  username?: string | undefined;
  /** shortest username; 3 unless a dialect publishes less */
  shortestUsername?: number | undefined;
  name: string;
  dateOfBirth?: string | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  /** none for an account of another provider */
  password?: string | undefined;
  policy: PasswordPolicy;
  provider?: Provider;
  /** the provider vouches for the address */
  emailVerified?: boolean;
  /** which API: `v1` or a dialect's name */
  via: string;
  ip: string;
  /** address a code goes to at once, and what for */
  verify?: { channel: Channel; purpose: CodePurpose } | undefined;
  /** the client's Idempotency-Key, and what it asked without the password in the clear */
  idempotency?: { key: string | undefined; request: unknown };
}

/**
 * Makes an account. Throws INVALID_ARGUMENT or PASSWORD_REFUSED by field, CONFLICT on `email`, `username` or `mobile`
 * when somebody has proven it, or claimed it within UNPROVEN_CLAIM_HOURS. `effect` runs in the same transaction; what it returns
 * must be JSON when there is an idempotency key.
 */
export async function createAccount<T>(
  deps: Deps,
  input: NewAccount,
  effect: (user: User, tx: Tx) => Promise<T>,
): Promise<{ body: T; replayed: boolean }> {
  const { listed } = checkSignUp(deps, input);
  const user = newUser(deps, input);
  await refuseRetired(deps, user);
  if (input.password !== undefined) user.passwordHash = await deps.passwords.hash(input.password);
  user.passwordListed = listed;
  try {
    return await deps.transact(async (tx) => {
      const { key, request } = input.idempotency ?? { key: undefined, request: null };
      return deps.idempotently(tx, { scope: 'register', key, request }, async () => {
        await create(deps, tx, user, input);
        return effect(user, tx);
      });
    });
  } catch (error) {
    const field = deps.users.takenBy(error);
    throw field === undefined ? error : taken(field);
  }
}

async function create(deps: Deps, tx: Tx, user: User, input: NewAccount): Promise<void> {
  await releaseClaims(deps, tx, user);
  await deps.users.insert(tx, user);
  announce(tx, user);
  await audit(deps, tx, { userId: user.id, type: 'registered', ip: input.ip, detail: { via: input.via } });
  await sendCode(deps, tx, user, input);
  if (user.passwordListed) await tellListed(deps, tx, user);
}

function newUser(deps: Deps, input: NewAccount): User {
  const now = deps.clock();
  const email = input.email?.trim();
  const emailNormal = email === undefined ? undefined : normalEmail(email);
  const { username } = input;
  const mobile = input.mobile === undefined ? undefined : mobileOf(input.mobile, input.country)?.number;
  return {
    id: deps.newId(),
    email: email ?? null,
    emailNormal: emailNormal ?? null,
    emailVerifiedAt: input.emailVerified === true ? now : null,
    username: username ?? null,
    usernameNormal: username?.toLowerCase() ?? null,
    mobile: mobile ?? null,
    mobileVerifiedAt: null,
    name: input.name,
    dateOfBirth: input.dateOfBirth ?? null,
    locale: input.locale ?? null,
    timeZone: input.timeZone ?? null,
    passwordHash: null,
    passwordVersion: 0,
    passwordListed: false,
    passwordChangedAt: input.password === undefined ? null : now,
    status: 'active',
    statusChangedAt: null,
    roles: ['user'],
    provider: input.provider ?? 'password',
    via: input.via,
    createdAt: now,
    updatedAt: now,
  };
}

/** A username stays with whom it was paid to; an address may be proven by its next owner, see `proveContact`. */
async function refuseRetired(deps: Deps, { usernameNormal }: User): Promise<void> {
  if (usernameNormal === null) return;
  const hash = retiredHash(deps, { kind: 'username', value: usernameNormal });
  const held = await deps.usernames.holderOf(deps.db, usernameNormal, deps.clock());
  if (held !== undefined || (await deps.users.findRetired(deps.db, hash))) throw taken('username');
}

/** Takes the addresses from accounts that claimed them long ago, or, where they are proven now, at all. */
async function releaseClaims(deps: Deps, tx: Tx, { id: userId, emailNormal, mobile, emailVerifiedAt }: User) {
  if (emailNormal !== null) {
    const identifier = { kind: 'email', value: emailNormal } as const;
    await releaseClaim(deps, tx, { identifier, userId, proven: emailVerifiedAt !== null });
    if (emailVerifiedAt !== null) await deps.users.unretire(tx, retiredHash(deps, identifier));
  }
  if (mobile === null) return;
  await releaseClaim(deps, tx, { identifier: { kind: 'mobile', value: mobile }, userId, proven: false });
}

function announce(tx: Tx, user: User): void {
  const { id: userId, email, emailVerifiedAt, name, username, mobile, locale, timeZone, dateOfBirth, via } = user;
  const known = { userId, email, name, username, mobile, locale, timeZone, dateOfBirth, via };
  tx.emit('auth.user-registered.v1', { ...known, registeredAt: user.createdAt.toISOString() });
  if (email !== null && emailVerifiedAt !== null) {
    const verifiedAt = emailVerifiedAt.toISOString();
    tx.emit('auth.user-verified.v1', { userId, channel: 'email', address: email, verifiedAt });
  }
}

async function sendCode(deps: Deps, tx: Tx, user: User, { verify, ip }: NewAccount): Promise<void> {
  if (!verify) return;
  const address = verify.channel === 'email' ? user.email : user.mobile;
  if (address === null) return;
  await issueCode(deps, tx, { user, purpose: verify.purpose, channel: verify.channel, address, ip });
}
