import { isFlorinError, type FlorinError } from '@florin/errors';
import type { AuthServiceDefinition } from '@florin/proto';
import { readText, type GrpcMethods } from '@florin/service-kit';
import { readIdentifier } from '../../app/accounts/identifiers.ts';
import type { UseCases } from '../../app/index.ts';
import { readCode } from './code.ts';
import {
  named,
  orUndefined,
  readChannel,
  readDevice,
  readId,
  readPolicy,
  readSpec,
  readVia,
  toSession,
  toUser,
} from './mapping.ts';

type Methods = GrpcMethods<AuthServiceDefinition>;

/** Passwords and names. */
export function passwordMethods(useCases: UseCases) {
  return {
    resetPassword: resetMethod(useCases),
    startPasswordReset: async (request) => {
      const { ip } = readDevice(request.device);
      await useCases.takeLimit('send-code', { ip, account: request.identifier });
      const identifiers = readIdentifier(request.identifier, orUndefined(request.country));
      const started = await useCases.startReset({ identifiers, channel: readChannel(request.channel), ip });
      const { result, token } = started;
      const user = result.outcome === 'unknown-user' ? undefined : await toUser(useCases, result.user);
      return { outcome: named('OUTCOME', result.outcome), user, token: token ?? '' };
    },
    verifyPasswordReset: async ({ token, code, device: given }) => {
      const device = readDevice(given);
      await useCases.takeLimit('check-code', { ip: device.ip, account: token });
      const result = await useCases.verifyReset({ token, code: code.trim(), device });
      return { outcome: named('CODE_OUTCOME', result.outcome), user: await toUser(useCases, result.user) };
    },
    changePassword: changeMethod(useCases),
    changeName: async (request) => {
      const result = await useCases.changeName({
        userId: readId('user_id', request.userId),
        name: orUndefined(readText(request.name.slice(0, 120).toWellFormed(), 'name', { min: 0, max: 120 })),
        username: orUndefined(request.username.trim()),
        shortestUsername: request.shortestUsername > 0 ? request.shortestUsername : 3,
        ip: readDevice(request.device).ip,
      });
      if (result.outcome === 'unknown-user') return { outcome: 'OUTCOME_INVALID' };
      return { outcome: named('OUTCOME', result.outcome), user: await toUser(useCases, result.user) };
    },
  } satisfies Partial<Methods>;
}

function resetMethod(useCases: UseCases): Methods['resetPassword'] {
  return async (request) => {
    const { password, token } = request;
    const policy = readPolicy(request.passwordPolicy);
    const device = readDevice(request.device);
    await useCases.takeLimit('reset-password', { ip: device.ip, account: request.identifier });
    try {
      const result =
        token === ''
          ? await useCases.resetPassword({ ...(await readCode(useCases, request)), password, policy })
          : await useCases.finishReset({ token, password, policy, device });
      return { outcome: named('CODE_OUTCOME', result.outcome), user: await toUser(useCases, result.user) };
    } catch (error) {
      return { outcome: 'CODE_OUTCOME_PASSWORD_REFUSED', message: passwordFault(error).message };
    }
  };
}

function changeMethod(useCases: UseCases): Methods['changePassword'] {
  return async (request) => {
    const device = readDevice(request.device);
    await useCases.takeLimit('account', { ip: device.ip, account: request.userId });
    try {
      const result = await useCases.changePassword({
        userId: readId('user_id', request.userId),
        sessionId: readId('session_id', request.sessionId),
        currentPassword: request.currentPassword,
        newPassword: request.newPassword,
        policy: readPolicy(request.passwordPolicy),
        device,
        spec: readSpec(request.session, readVia(request.via), device),
      });
      const user = await toUser(useCases, result.user);
      if (result.outcome !== 'changed') return { outcome: named('OUTCOME', result.outcome), user };
      return { outcome: 'OUTCOME_CHANGED', user, session: result.opened ? toSession(result.opened) : null };
    } catch (error) {
      return { outcome: 'OUTCOME_PASSWORD_REFUSED', message: passwordFault(error).message };
    }
  };
}

/** The error if it is about the new password; throws every other one on. */
function passwordFault(error: unknown): FlorinError {
  const paths = ['password', 'newPassword'];
  if (isFlorinError(error) && paths.includes(error.errors[0]?.path ?? '')) return error;
  throw error;
}
