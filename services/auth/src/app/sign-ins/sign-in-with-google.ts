import { isFlorinError } from '@florin/errors';
import { textFault } from '@florin/service-kit';
import { canOpenBy, isVerified, type User } from '../../domain/user.ts';
import { createAccount } from '../accounts/create-account.ts';
import { findAccount } from '../accounts/find-account.ts';
import { readIdentifier } from '../accounts/identifiers.ts';
import { audit } from '../audit/append-entry.ts';
import { offerSecondFactor, type ChallengeOffer } from '../challenges/offer-second-factor.ts';
import { proveContact } from '../contacts/prove-contact.ts';
import type { Deps } from '../index.ts';
import { openSession, type Opened } from '../sessions/open-session.ts';
import type { GoogleClaims } from './ports.ts';
import type { SignIn } from './sign-in.ts';

export interface SignInWithGoogle extends Pick<SignIn, 'spec' | 'requireVerified' | 'trustedDevice' | 'sendCode'> {
  idToken: string;
  /** makes an account when there is none */
  create: boolean;
}

export type GoogleResult =
  | { outcome: 'bad-token' }
  | { outcome: 'signed-in'; opened: Opened; claims: GoogleClaims }
  | { outcome: 'second-factor'; user: User; challenge: ChallengeOffer; claims: GoogleClaims }
  | { outcome: 'unknown-user'; claims: GoogleClaims }
  | { outcome: 'unverified' | 'terminated' | 'frozen'; user: User; claims: GoogleClaims };

/**
 * Signs in with a Google ID token. The account is the one linked by issuer and subject; else the one with the same
 * address: it is linked if both sides have verified it, and handed over if Google's is the first proof of it and accounts
 * may be made (`create`); else a new one, if asked for. The second factor is asked
 * for as ever.
 */
export async function signInWithGoogle(deps: Deps, input: SignInWithGoogle): Promise<GoogleResult> {
  const claims = await verified(deps, input.idToken);
  if (!claims) return { outcome: 'bad-token' };
  const found = await accountOf(deps, claims, input);
  if (!found) return { outcome: 'unknown-user', claims };
  const { user, linkable } = found;
  if (user.status !== 'active') return { outcome: user.status, user, claims };
  if (!linkable || (input.requireVerified && !isVerified(user))) return { outcome: 'unverified', user, claims };
  const challenge = await offerSecondFactor(deps, { ...input, user, amr: ['fed'] });
  if (challenge) return { outcome: 'second-factor', user, challenge, claims };
  const opened = await deps.transact(async (tx) => {
    const current = (await deps.users.lock(tx, user.id)) ?? user;
    return openSession(deps, tx, { user: current, spec: input.spec, amr: ['fed'] });
  });
  return { outcome: 'signed-in', opened, claims };
}

async function verified(deps: Deps, idToken: string): Promise<GoogleClaims | undefined> {
  try {
    return await deps.google(idToken);
  } catch (error) {
    if (isFlorinError(error) && error.code === 'UNAUTHENTICATED') return undefined;
    throw error;
  }
}

async function accountOf(
  deps: Deps,
  claims: GoogleClaims,
  input: SignInWithGoogle,
): Promise<{ user: User; linkable: boolean } | undefined> {
  const linked = await deps.users.findFederated(deps.db, claims.iss, claims.sub);
  if (linked !== undefined) {
    const user = await deps.users.find(deps.db, { kind: 'id', value: linked });
    return user && { user, linkable: true };
  }
  if (claims.email === null) return undefined;
  const user = await findAccount(deps, readIdentifier(claims.email));
  if (!user || (user.status === 'terminated' && input.create)) return createdFor(deps, claims, input);
  if (user.status !== 'active') return { user, linkable: true };
  if (!claims.emailVerified || (user.emailVerifiedAt === null && !input.create)) return { user, linkable: false };
  // an address that is only claimed beside a proven one is not the account's: Google's proof ends the claim
  if (!canOpenBy(user, 'email')) return createdFor(deps, claims, input);
  return { user: await link(deps, user, claims, input.spec.device.ip), linkable: true };
}

async function createdFor(deps: Deps, claims: GoogleClaims, input: SignInWithGoogle) {
  return input.create ? { user: await create(deps, claims, input), linkable: true } : undefined;
}

/** Links the identity; where Google gives the first proof of the account, it is handed over without its password. */
async function link(deps: Deps, { id: userId }: User, claims: GoogleClaims, ip: string): Promise<User> {
  const { iss, sub, email } = claims;
  return deps.transact(async (tx) => {
    const user = await deps.users.lock(tx, userId);
    if (!user) throw new Error(`user ${userId} is gone`);
    const proven = await proveContact(deps, tx, { user, channel: 'email', ip, keep: { password: false } });
    await deps.users.linkFederated(tx, { issuer: iss, subject: sub, userId, email, createdAt: deps.clock() });
    await audit(deps, tx, { userId, type: 'factor-added', ip, detail: { factor: 'google' } });
    return proven;
  });
}

/** Google's name for the person, unless it is one that nobody may have here. */
function nameFrom({ name }: GoogleClaims, email: string): string {
  const given = name?.trim().slice(0, 120) ?? '';
  return given !== '' && textFault(given) === undefined ? given : (email.split('@')[0] ?? '').slice(0, 120);
}

async function create(deps: Deps, claims: GoogleClaims, { spec }: SignInWithGoogle): Promise<User> {
  const email = claims.email ?? '';
  const { body } = await createAccount(
    deps,
    {
      email,
      emailVerified: claims.emailVerified,
      name: nameFrom(claims, email),
      provider: 'google',
      policy: 'strict',
      via: spec.via,
      ip: spec.device.ip,
      ...(claims.emailVerified ? {} : { verify: { channel: 'email', purpose: 'verify-email' } as const }),
    },
    async (user, tx) => {
      const { iss, sub } = claims;
      const identity = { issuer: iss, subject: sub, userId: user.id, email, createdAt: deps.clock() };
      await deps.users.linkFederated(tx, identity);
      return user;
    },
  );
  return body;
}
