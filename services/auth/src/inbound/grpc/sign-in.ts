import { isFlorinError } from '@florin/errors';
import type { AuthServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import { takeLimit } from '../../app/abuse/limits.ts';
import {
  completeSecondFactor,
  factorsOf,
  introspect,
  readIdentifier,
  register,
  signIn,
  signInWithGoogle,
  signOut,
} from '../../app/index.ts';
import { findAccount } from '../../app/accounts/identifiers.ts';
import type { App } from '../../app/ports.ts';
import { openSession } from '../../app/sessions/open-session.ts';
import type { User } from '../../domain/user.ts';
import { readSignUp } from './sign-up-request.ts';
import {
  isUuid,
  orUndefined,
  readDevice,
  readId,
  readSendCode,
  readSpec,
  readSpecOrDay,
  readVia,
  toChallenge,
  toSession,
  toUser,
} from './mapping.ts';

type Names = 'signUp' | 'signIn' | 'signInWithGoogle' | 'completeSecondFactor' | 'signOut' | 'introspectSession';
type Methods = Pick<GrpcMethods<AuthServiceDefinition>, Names>;

/** Coming in and going out. */
export function signInMethods(app: App): Methods {
  return {
    signUp: signUpMethod(app),
    signIn: signInMethod(app),
    signInWithGoogle: googleMethod(app),
    completeSecondFactor: completeMethod(app),
    signOut: async ({ userId, sessionId, device }) => {
      const caller = { userId: readId('user_id', userId), sessionId: readId('session_id', sessionId) };
      await signOut(app, { ...caller, ip: readDevice(device).ip });
      return {};
    },
    introspectSession: async ({ token }) => {
      const found = token === '' ? undefined : await introspect(app, token);
      if (!found) return { active: false };
      const { session, user } = found;
      return {
        active: true,
        user: await toUser(app, user),
        sessionId: session.id,
        amr: session.amr,
        authTime: Math.floor(session.authTime.getTime() / 1000),
        expiresAt: session.expiresAt.toISOString(),
      };
    },
  };
}

const REFUSED = {
  email: { CONFLICT: 'OUTCOME_EMAIL_TAKEN', INVALID_ARGUMENT: 'OUTCOME_EMAIL_INVALID' },
  username: { CONFLICT: 'OUTCOME_USERNAME_TAKEN', INVALID_ARGUMENT: 'OUTCOME_USERNAME_INVALID' },
  mobile: { CONFLICT: 'OUTCOME_MOBILE_TAKEN', INVALID_ARGUMENT: 'OUTCOME_MOBILE_INVALID' },
} as const;

function signUpMethod(app: App): Methods['signUp'] {
  return async (request) => {
    const device = readDevice(request.device);
    await takeLimit(app, 'register', { ip: device.ip });
    const spec = readSpec(request.session, readVia(request.via), device);
    try {
      const { body } = await register(app, readSignUp(request), async (unit, user) => ({
        user,
        opened: spec ? await openSession(app, unit, { user, spec, amr: ['pwd'] }) : null,
      }));
      const session = body.opened ? toSession(body.opened) : null;
      return { outcome: 'OUTCOME_CREATED', user: await toUser(app, body.user), session };
    } catch (error) {
      if (!isFlorinError(error)) throw error;
      const path = error.errors[0]?.path ?? '';
      const message = error.message;
      if (path === 'password') return { outcome: 'OUTCOME_PASSWORD_REFUSED', message };
      if (error.code !== 'CONFLICT' && error.code !== 'INVALID_ARGUMENT') throw error;
      const outcomes = Object.hasOwn(REFUSED, path) ? REFUSED[path as keyof typeof REFUSED] : undefined;
      return { outcome: outcomes?.[error.code] ?? 'OUTCOME_INVALID', message };
    }
  };
}

const SIGN_IN = {
  'unknown-user': 'OUTCOME_UNKNOWN_USER',
  'wrong-password': 'OUTCOME_WRONG_PASSWORD',
  'other-provider': 'OUTCOME_OTHER_PROVIDER',
  unverified: 'OUTCOME_UNVERIFIED',
  terminated: 'OUTCOME_TERMINATED',
  frozen: 'OUTCOME_FROZEN',
} as const;

function signInMethod(app: App): Methods['signIn'] {
  return async (request) => {
    const device = readDevice(request.device);
    await takeLimit(app, 'sign-in', { ip: device.ip, account: request.identifier });
    const result = await signIn(app, {
      identifiers: readIdentifier(request.identifier, orUndefined(request.country)),
      typed: request.identifier,
      password: request.password,
      requireVerified: request.requireVerified,
      spec: readSpecOrDay(request.session, readVia(request.via), device),
      sendCode: readSendCode(request.sendCode),
    });
    switch (result.outcome) {
      case 'signed-in': {
        const user = await toUser(app, result.opened.user);
        return { outcome: 'OUTCOME_SIGNED_IN', user, session: toSession(result.opened) };
      }
      case 'second-factor': {
        const user = await toUser(app, result.user);
        return { outcome: 'OUTCOME_SECOND_FACTOR', user, challenge: toChallenge(result.challenge) };
      }
      case 'unknown-user':
        return { outcome: 'OUTCOME_UNKNOWN_USER' };
      default:
        return { outcome: SIGN_IN[result.outcome], user: await toUser(app, result.user) };
    }
  };
}

const GOOGLE = {
  unverified: 'OUTCOME_UNVERIFIED',
  terminated: 'OUTCOME_TERMINATED',
  frozen: 'OUTCOME_FROZEN',
} as const;

function googleMethod(app: App): Methods['signInWithGoogle'] {
  return async (request) => {
    const device = readDevice(request.device);
    await takeLimit(app, 'google', { ip: device.ip });
    const result = await signInWithGoogle(app, {
      idToken: request.idToken,
      requireVerified: request.requireVerified,
      create: request.create,
      spec: readSpecOrDay(request.session, readVia(request.via), device),
      sendCode: readSendCode(request.sendCode),
    });
    if (result.outcome === 'bad-token') return { outcome: 'OUTCOME_BAD_TOKEN' };
    const decodedJson = JSON.stringify(result.claims.all);
    switch (result.outcome) {
      case 'signed-in': {
        const user = await toUser(app, result.opened.user);
        return { outcome: 'OUTCOME_SIGNED_IN', user, session: toSession(result.opened), decodedJson };
      }
      case 'second-factor': {
        const user = await toUser(app, result.user);
        return { outcome: 'OUTCOME_SECOND_FACTOR', user, challenge: toChallenge(result.challenge), decodedJson };
      }
      case 'unknown-user':
        return { outcome: 'OUTCOME_UNKNOWN_USER', decodedJson };
      default:
        return { outcome: GOOGLE[result.outcome], user: await toUser(app, result.user), decodedJson };
    }
  };
}

const COMPLETE = {
  'no-challenge': 'OUTCOME_NO_CHALLENGE',
  wrong: 'OUTCOME_WRONG_CODE',
  expired: 'OUTCOME_CODE_EXPIRED',
  none: 'OUTCOME_NO_CODE',
  terminated: 'OUTCOME_TERMINATED',
  frozen: 'OUTCOME_FROZEN',
} as const;
const TYPED_FACTORS = ['totp', 'otp-email', 'otp-sms', 'recovery-code'] as const;

function completeMethod(app: App): Methods['completeSecondFactor'] {
  return async (request) => {
    const device = readDevice(request.device);
    await takeLimit(app, 'second-factor', { ip: device.ip, account: request.challenge });
    const named = await namedBy(app, request);
    if (named) {
      const { user } = named;
      if (!user) return { outcome: 'OUTCOME_UNKNOWN_USER' };
      if (request.userId === '' && user.status === 'terminated') {
        return { outcome: 'OUTCOME_TERMINATED', user: await toUser(app, user) };
      }
      if ((await factorsOf(app, user)).length === 0) {
        return { outcome: 'OUTCOME_NOT_ENABLED', user: await toUser(app, user) };
      }
    }
    const { kind, lifetimeSeconds } = readSpec(request.session, '', device) ?? {};
    const result = await completeSecondFactor(app, {
      challenge: request.challenge,
      userId: named?.user?.id,
      code: request.code.trim(),
      factor: TYPED_FACTORS.find((one) => one === request.factor),
      device,
      spec: kind === undefined ? undefined : { kind, ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }) },
      verifyContact: request.verifyContact,
    });
    if (result.outcome !== 'signed-in') {
      return { outcome: COMPLETE[result.outcome], user: await toUser(app, result.user) };
    }
    const user = await toUser(app, result.opened.user);
    return { outcome: 'OUTCOME_SIGNED_IN', user, session: toSession(result.opened) };
  };
}

/** Whom the request says the challenge is of; undefined when it names nobody. */
async function namedBy(
  app: App,
  { userId, identifier, country }: { userId: string; identifier: string; country: string },
): Promise<{ user: User | undefined } | undefined> {
  if (userId !== '') {
    return { user: isUuid(userId) ? await app.stores.users.find(app.db, { kind: 'id', value: userId }) : undefined };
  }
  if (identifier === '') return undefined;
  return { user: await findAccount(app, readIdentifier(identifier, orUndefined(country))) };
}
