import type { FlorinError } from '@florin/errors';
import { isFlorinError } from '@florin/errors';
import type { AuthServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import { takeLimit } from '../../app/abuse/limits.ts';
import {
  changeName,
  changePassword,
  finishReset,
  readIdentifier,
  resetPassword,
  startReset,
  verifyReset,
} from '../../app/index.ts';
import type { App } from '../../app/ports.ts';
import { CODE, SENT, readCode } from './codes.ts';
import {
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

type Names = 'resetPassword' | 'startPasswordReset' | 'verifyPasswordReset' | 'changePassword' | 'changeName';
type Methods = Pick<GrpcMethods<AuthServiceDefinition>, Names>;

/** Passwords and names. */
export function passwordMethods(app: App): Methods {
  return {
    resetPassword: resetMethod(app),
    startPasswordReset: async (request) => {
      const { ip } = readDevice(request.device);
      await takeLimit(app, 'send-code', { ip, account: request.identifier });
      const identifiers = readIdentifier(request.identifier, orUndefined(request.country));
      const started = await startReset(app, { identifiers, channel: readChannel(request.channel), ip });
      const { result, token } = started;
      const user = result.outcome === 'unknown-user' ? undefined : await toUser(app, result.user);
      return { outcome: SENT[result.outcome], user, token: token ?? '' };
    },
    verifyPasswordReset: async ({ token, code, device: given }) => {
      const device = readDevice(given);
      await takeLimit(app, 'check-code', { ip: device.ip, account: token });
      const result = await verifyReset(app, { token, code: code.trim(), device });
      return { outcome: CODE[result.outcome], user: await toUser(app, result.user) };
    },
    changePassword: changeMethod(app),
    changeName: async (request) => {
      const result = await changeName(app, {
        userId: readId('user_id', request.userId),
        name: orUndefined(request.name.trim().slice(0, 120)),
        username: orUndefined(request.username.trim()),
        shortestUsername: request.shortestUsername > 0 ? request.shortestUsername : 3,
        ip: readDevice(request.device).ip,
      });
      if (result.outcome === 'unknown-user') return { outcome: 'OUTCOME_INVALID' };
      return { outcome: NAME[result.outcome], user: await toUser(app, result.user) };
    },
  };
}

const NAME = {
  changed: 'OUTCOME_CHANGED',
  same: 'OUTCOME_SAME',
  taken: 'OUTCOME_TAKEN',
  invalid: 'OUTCOME_INVALID',
} as const;

function resetMethod(app: App): Methods['resetPassword'] {
  return async (request) => {
    const { password, token } = request;
    const policy = readPolicy(request.passwordPolicy);
    const device = readDevice(request.device);
    await takeLimit(app, 'reset-password', { ip: device.ip, account: request.identifier });
    try {
      const result =
        token === ''
          ? await resetPassword(app, { ...(await readCode(app, request)), password, policy })
          : await finishReset(app, { token, password, policy, device });
      return { outcome: CODE[result.outcome], user: await toUser(app, result.user) };
    } catch (error) {
      return { outcome: 'CODE_OUTCOME_PASSWORD_REFUSED', message: passwordFault(error).message };
    }
  };
}

const CHANGED = {
  'wrong-password': 'OUTCOME_WRONG_PASSWORD',
  'same-password': 'OUTCOME_SAME_PASSWORD',
} as const;

function changeMethod(app: App): Methods['changePassword'] {
  return async (request) => {
    const device = readDevice(request.device);
    await takeLimit(app, 'account', { ip: device.ip, account: request.userId });
    try {
      const result = await changePassword(app, {
        userId: readId('user_id', request.userId),
        sessionId: readId('session_id', request.sessionId),
        currentPassword: request.currentPassword,
        newPassword: request.newPassword,
        policy: readPolicy(request.passwordPolicy),
        device,
        spec: readSpec(request.session, readVia(request.via), device),
      });
      const user = await toUser(app, result.user);
      if (result.outcome !== 'changed') return { outcome: CHANGED[result.outcome], user };
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
