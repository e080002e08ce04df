import { notFound } from '@florin/errors';
import type { AuthServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import { takeLimit } from '../../app/abuse/limits.ts';
import { confirmTotp, resetFactors, startTotp, toggleTotp } from '../../app/index.ts';
import type { App } from '../../app/ports.ts';
import type { User } from '../../domain/user.ts';
import { isUuid, orUndefined, readDevice, readId, toUser } from './mapping.ts';

type Names = 'startTotp' | 'confirmTotp' | 'toggleTotp' | 'resetSecondFactors';
type Methods = Pick<GrpcMethods<AuthServiceDefinition>, Names>;

const TOTP = {
  ok: 'TOTP_OUTCOME_OK',
  'wrong-code': 'TOTP_OUTCOME_WRONG_CODE',
  'not-enrolled': 'TOTP_OUTCOME_NOT_ENROLLED',
  'already-enrolled': 'TOTP_OUTCOME_ALREADY_ENROLLED',
} as const;

/** Second factors of the dialects. */
export function factorMethods(app: App): Methods {
  return {
    startTotp: async ({ userId }) => {
      const enrolment = await startTotp(app, await activeUser(app, userId));
      return enrolment ? { outcome: 'OUTCOME_STARTED', ...enrolment } : { outcome: 'OUTCOME_ENROLLED' };
    },
    confirmTotp: async (request) => {
      const input = await readTotp(app, request);
      const result = await confirmTotp(app, { ...input, secret: orUndefined(request.secret) });
      const recoveryCodes = result.outcome === 'ok' ? result.recoveryCodes : [];
      return { outcome: TOTP[result.outcome], user: await toUser(app, input.user), recoveryCodes };
    },
    toggleTotp: async (request) => {
      const input = await readTotp(app, request);
      const result = await toggleTotp(app, input);
      const enabled = result.outcome === 'ok' && result.enabled;
      return { outcome: TOTP[result.outcome], enabled, user: await toUser(app, input.user) };
    },
    resetSecondFactors: async (request) => {
      const adminId = readId('admin_user_id', request.adminUserId);
      const { userId } = request;
      if (!isUuid(userId)) return { outcome: 'OUTCOME_UNKNOWN_USER' };
      const result = await resetFactors(app, { adminId, userId, device: readDevice(request.device) });
      switch (result.outcome) {
        case 'not-admin':
          return { outcome: 'OUTCOME_NOT_ADMIN' };
        case 'unknown-user':
          return { outcome: 'OUTCOME_UNKNOWN_USER' };
        case 'reset':
          return { outcome: 'OUTCOME_RESET', user: await toUser(app, result.user) };
        case 'not-enabled':
          return { outcome: 'OUTCOME_NOT_ENABLED', user: await toUser(app, result.user) };
      }
    },
  };
}

async function readTotp(app: App, request: { userId: string; code: string; device: Parameters<typeof readDevice>[0] }) {
  const device = readDevice(request.device);
  await takeLimit(app, 'second-factor', { ip: device.ip, account: request.userId });
  return { user: await activeUser(app, request.userId), code: request.code.trim(), device };
}

async function activeUser(app: App, userId: string): Promise<User> {
  const user = await app.stores.users.find(app.db, { kind: 'id', value: readId('user_id', userId) });
  if (user?.status !== 'active') throw notFound('User');
  return user;
}
