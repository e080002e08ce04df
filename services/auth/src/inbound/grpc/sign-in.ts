import type { AuthServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import { readIdentifier } from '../../app/accounts/identifiers.ts';
import type { UseCases } from '../../app/index.ts';
import {
  named,
  orUndefined,
  readDevice,
  readId,
  readSendCode,
  readSpecOrDay,
  readVia,
  toChallenge,
  toSession,
  toUser,
} from './mapping.ts';
import { completeMethod } from './second-factor.ts';
import { signUpMethod } from './sign-up.ts';

export type Methods = GrpcMethods<AuthServiceDefinition>;

/** Coming in and going out. */
export function signInMethods(useCases: UseCases) {
  return {
    signUp: signUpMethod(useCases),
    signIn: signInMethod(useCases),
    signInWithGoogle: googleMethod(useCases),
    completeSecondFactor: completeMethod(useCases),
    signOut: async ({ userId, sessionId, device }) => {
      const caller = { userId: readId('user_id', userId), sessionId: readId('session_id', sessionId) };
      await useCases.signOut({ ...caller, ip: readDevice(device).ip });
      return {};
    },
    introspectSession: async ({ token }) => {
      const found = token === '' ? undefined : await useCases.introspectSession(token);
      if (!found) return { active: false };
      const { session, user } = found;
      return {
        active: true,
        user: await toUser(useCases, user),
        sessionId: session.id,
        amr: session.amr,
        authTime: Math.floor(session.authTime.getTime() / 1000),
        expiresAt: session.expiresAt.toISOString(),
      };
    },
  } satisfies Partial<Methods>;
}

function signInMethod(useCases: UseCases): Methods['signIn'] {
  return async (request) => {
    const device = readDevice(request.device);
    await useCases.takeLimit('sign-in', { ip: device.ip, account: request.identifier });
    const result = await useCases.signIn({
      identifiers: readIdentifier(request.identifier, orUndefined(request.country)),
      typed: request.identifier,
      password: request.password,
      requireVerified: request.requireVerified,
      spec: readSpecOrDay(request.session, readVia(request.via), device),
      sendCode: readSendCode(request.sendCode),
    });
    switch (result.outcome) {
      case 'signed-in': {
        const user = await toUser(useCases, result.opened.user);
        return { outcome: 'OUTCOME_SIGNED_IN', user, session: toSession(result.opened) };
      }
      case 'second-factor': {
        const user = await toUser(useCases, result.user);
        return { outcome: 'OUTCOME_SECOND_FACTOR', user, challenge: toChallenge(result.challenge) };
      }
      case 'unknown-user':
        return { outcome: 'OUTCOME_UNKNOWN_USER' };
      default:
        return { outcome: named('OUTCOME', result.outcome), user: await toUser(useCases, result.user) };
    }
  };
}

function googleMethod(useCases: UseCases): Methods['signInWithGoogle'] {
  return async (request) => {
    const device = readDevice(request.device);
    await useCases.takeLimit('google', { ip: device.ip });
    const result = await useCases.signInWithGoogle({
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
        const user = await toUser(useCases, result.opened.user);
        return { outcome: 'OUTCOME_SIGNED_IN', user, session: toSession(result.opened), decodedJson };
      }
      case 'second-factor': {
        const user = await toUser(useCases, result.user);
        return { outcome: 'OUTCOME_SECOND_FACTOR', user, challenge: toChallenge(result.challenge), decodedJson };
      }
      case 'unknown-user':
        return { outcome: 'OUTCOME_UNKNOWN_USER', decodedJson };
      default:
        return { outcome: named('OUTCOME', result.outcome), user: await toUser(useCases, result.user), decodedJson };
    }
  };
}
