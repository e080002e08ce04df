import { isFlorinError } from '@florin/errors';
import type { SessionSpec } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { isVerified } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { findAccount, readIdentifier } from '../accounts/identifiers.ts';
import { register } from '../accounts/register.ts';
import type { ChallengeOffer, SendFactorCode } from '../factors/second-factor.ts';
import { offerSecondFactor } from '../factors/second-factor.ts';
import type { App, GoogleClaims } from '../ports.ts';
import type { Opened } from './open-session.ts';
import { openSession } from './open-session.ts';

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
export async function signInWithGoogle(app: App, input: SignInWithGoogle): Promise<GoogleResult> {
  const claims = await verified(app, input.idToken);
  if (!claims) return { outcome: 'bad-token' };
  const found = await accountOf(app, claims, input);
  if (!found) return { outcome: 'unknown-user', claims };
  const { user, linkable } = found;
  if (user.status !== 'active') return { outcome: user.status, user, claims };
  if (!linkable || (input.requireVerified && !isVerified(user))) return { outcome: 'unverified', user, claims };
  const challenge = await offerSecondFactor(app, { ...input, user, amr: ['fed'] });
  if (challenge) return { outcome: 'second-factor', user, challenge, claims };
  const opened = await app.unit(async (unit) => {
    const current = (await app.stores.users.lock(unit.trx, user.id)) ?? user;
    return openSession(app, unit, { user: current, spec: input.spec, amr: ['fed'] });
  });
  return { outcome: 'signed-in', opened, claims };
}

async function verified(app: App, idToken: string): Promise<GoogleClaims | undefined> {
  try {
    return await app.google(idToken);
  } catch (error) {
    if (isFlorinError(error) && error.code === 'UNAUTHENTICATED') return undefined;
    throw error;
  }
}

async function accountOf(
  app: App,
  claims: GoogleClaims,
  input: SignInWithGoogle,
): Promise<{ user: User; linkable: boolean } | undefined> {
  const linked = await app.stores.users.findFederated(app.db, claims.iss, claims.sub);
  if (linked !== undefined) {
    const user = await app.stores.users.find(app.db, { kind: 'id', value: linked });
    return user && { user, linkable: true };
  }
  if (claims.email === null) return undefined;
  const user = await findAccount(app, readIdentifier(claims.email));
  if (!user) return input.create ? { user: await create(app, claims, input), linkable: true } : undefined;
  const linkable = user.emailVerifiedAt !== null && claims.emailVerified;
  if (linkable && user.status === 'active') await link(app, user, claims, input.spec.device.ip);
  return { user, linkable: linkable || user.status !== 'active' };
}

async function link(app: App, { id: userId }: User, { iss, sub, email }: GoogleClaims, ip: string): Promise<void> {
  await app.unit(async (unit) => {
    await app.stores.users.lock(unit.trx, userId);
    const identity = { issuer: iss, subject: sub, userId, email, createdAt: app.clock() };
    await app.stores.users.linkFederated(unit.trx, identity);
    await audit(app, unit, { userId, type: 'factor-added', ip, detail: { factor: 'google' } });
  });
}

async function create(app: App, claims: GoogleClaims, { spec }: SignInWithGoogle): Promise<User> {
  const email = claims.email ?? '';
  const { body } = await register(
    app,
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
    async (unit, user) => {
      const { iss, sub } = claims;
      const identity = { issuer: iss, subject: sub, userId: user.id, email, createdAt: app.clock() };
      await app.stores.users.linkFederated(unit.trx, identity);
      return user;
    },
  );
  return body;
}
