import { isFlorinError } from '@florin/errors';
import type { SessionSpec } from '../../domain/session.ts';
import { isVerified } from '../../domain/user.ts';
import type { User } from '../../domain/user.ts';
import { createAccount } from '../accounts/create-account.ts';
import type { CreateAccountNeeds } from '../accounts/create-account.ts';
import { findAccount } from '../accounts/find-account.ts';
import { readIdentifier } from '../accounts/identifiers.ts';
import { audit } from '../audit/append-entry.ts';
import { offerSecondFactor } from '../challenges/offer-second-factor.ts';
import type { OfferSecondFactorNeeds, ChallengeOffer, SendFactorCode } from '../challenges/offer-second-factor.ts';
import type { Deps } from '../index.ts';
import { openSession } from '../sessions/open-session.ts';
import type { OpenSessionNeeds, Opened } from '../sessions/open-session.ts';
import type { GoogleClaims } from './ports.ts';

type Needs = Pick<Deps, 'clock' | 'db' | 'google' | 'transact' | 'users'> &
  CreateAccountNeeds &
  OfferSecondFactorNeeds &
  OpenSessionNeeds;

export interface SignInWithGoogle {
  idToken: string;
  spec: SessionSpec;
  requireVerified: boolean;
  /** makes an account when there is none */
  create: boolean;
  trustedDevice?: string | undefined;
  sendCode?: SendFactorCode | undefined;
}

export type GoogleResult =
  | { outcome: 'bad-token' }
  | { outcome: 'signed-in'; opened: Opened; claims: GoogleClaims }
  | { outcome: 'second-factor'; user: User; challenge: ChallengeOffer; claims: GoogleClaims }
  | { outcome: 'unknown-user'; claims: GoogleClaims }
  | { outcome: 'unverified' | 'terminated' | 'frozen'; user: User; claims: GoogleClaims };

/**
 * Signs in with a Google ID token. The account is the one linked by issuer and subject; else the one with the same
 * address, which is linked if both sides have verified it; else a new one, if asked for. The second factor is asked
 * for as ever.
 */
export async function signInWithGoogle(deps: Needs, input: SignInWithGoogle): Promise<GoogleResult> {
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

async function verified(deps: Needs, idToken: string): Promise<GoogleClaims | undefined> {
  try {
    return await deps.google(idToken);
  } catch (error) {
    if (isFlorinError(error) && error.code === 'UNAUTHENTICATED') return undefined;
    throw error;
  }
}

async function accountOf(
  deps: Needs,
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
  if (!user) return input.create ? { user: await create(deps, claims, input), linkable: true } : undefined;
  const linkable = user.emailVerifiedAt !== null && claims.emailVerified;
  if (linkable && user.status === 'active') await link(deps, user, claims, input.spec.device.ip);
  return { user, linkable: linkable || user.status !== 'active' };
}

async function link(deps: Needs, { id: userId }: User, { iss, sub, email }: GoogleClaims, ip: string): Promise<void> {
  await deps.transact(async (tx) => {
    await deps.users.lock(tx, userId);
    const identity = { issuer: iss, subject: sub, userId, email, createdAt: deps.clock() };
    await deps.users.linkFederated(tx, identity);
    await audit(deps, tx, { userId, type: 'factor-added', ip, detail: { factor: 'google' } });
  });
}

async function create(deps: Needs, claims: GoogleClaims, { spec }: SignInWithGoogle): Promise<User> {
  const email = claims.email ?? '';
  const { body } = await createAccount(
    deps,
    {
      email,
      emailVerified: claims.emailVerified,
      name: (claims.name ?? email.split('@')[0] ?? '').slice(0, 120),
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
