import { notFound } from '@florin/errors';
import type { AuthServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import type { User } from '../../domain/user.ts';
import { idOrNone, named, orUndefined, readDevice, readId, toUser } from './mapping.ts';

/** Second factors of the dialects. */
export function factorMethods(useCases: UseCases) {
  return {
    startTotp: async ({ userId }) => {
      const enrolment = await useCases.startTotp(await activeUser(useCases, userId));
      return enrolment ? { outcome: 'OUTCOME_STARTED', ...enrolment } : { outcome: 'OUTCOME_ENROLLED' };
    },
    confirmTotp: async (request) => {
      const input = await readTotp(useCases, request);
      const result = await useCases.confirmTotp({ ...input, secret: orUndefined(request.secret) });
      const recoveryCodes = result.outcome === 'ok' ? result.recoveryCodes : [];
      return {
        outcome: named('TOTP_OUTCOME', result.outcome),
        user: await toUser(useCases, input.user),
        recoveryCodes,
      };
    },
    toggleTotp: async (request) => {
      const input = await readTotp(useCases, request);
      const result = await useCases.toggleTotp(input);
      const enabled = result.outcome === 'ok' && result.enabled;
      return { outcome: named('TOTP_OUTCOME', result.outcome), enabled, user: await toUser(useCases, input.user) };
    },
    resetSecondFactors: async (request) => {
      const adminId = readId('admin_user_id', request.adminUserId);
      const userId = idOrNone(request.userId);
      if (userId === undefined) return { outcome: 'OUTCOME_UNKNOWN_USER' };
      const result = await useCases.resetFactors({ adminId, userId, device: readDevice(request.device) });
      switch (result.outcome) {
        case 'not-admin':
          return { outcome: 'OUTCOME_NOT_ADMIN' };
        case 'unknown-user':
          return { outcome: 'OUTCOME_UNKNOWN_USER' };
        case 'reset':
          return { outcome: 'OUTCOME_RESET', user: await toUser(useCases, result.user) };
        case 'not-enabled':
          return { outcome: 'OUTCOME_NOT_ENABLED', user: await toUser(useCases, result.user) };
      }
    },
  } satisfies Partial<GrpcMethods<AuthServiceDefinition>>;
}

async function readTotp(
  useCases: UseCases,
  request: { userId: string; code: string; device: Parameters<typeof readDevice>[0] },
) {
  const device = readDevice(request.device);
  await useCases.takeLimit('second-factor', { ip: device.ip, account: request.userId });
  return { user: await activeUser(useCases, request.userId), code: request.code.trim(), device };
}

async function activeUser(useCases: UseCases, userId: string): Promise<User> {
  const user = await useCases.findUser({ kind: 'id', value: readId('user_id', userId) });
  if (user?.status !== 'active') throw notFound('User');
  return user;
}
