import { deviceOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectDeps, type SessionInputOf, type DialectReply } from '../../dialect.ts';
import { userById, wholeUser } from '../calls.ts';
import { refuse } from '../errors.ts';
import { EXAMPLE, failed } from '../examples.ts';
import { createTotpBody, resetBody, totpBody } from '../schemas.ts';
import { NOT_ENABLED, NO_USER } from './verify-totp.ts';

const common = { tag: '2fa', access: 'session' } as const;
const SCAN = 'Scan the QR code with your authenticator app.';
const WRONG = 'Your code is either wrong or expired. Please try again.';
const CREATED = '2 Factor Authentication is Enabled';
const ENROLLED = '2FA is already set up for this account.';
const ON = '2FA has been enabled.';
const OFF = 'Your 2FA has been disabled successfully.';
const MISSING_CODE = 'totp_code is required';
const MISSING_USER = 'user_id is required';
const NOT_ADMIN = 'Only an admin can do this.';

async function create(deps: DialectDeps, input: SessionInputOf<typeof createTotpBody>): Promise<DialectReply> {
  const { qr_secret: secret, totp_code: code } = input.body;
  // auth would take an empty secret for the one that waits
  if (secret === '' || code === '') throw refuse('UNAUTHENTICATED', WRONG);
  const { userId } = input.session.identity;
  const answer = await deps.clients.auth.confirmTotp({
    idempotencyKey: input.idempotencyKey,
    userId,
    secret,
    code,
    device: deviceOf(input),
  });
  const { outcome, user } = answer;
  if (outcome === 'TOTP_OUTCOME_ALREADY_ENROLLED') throw refuse('INVALID_ARGUMENT', ENROLLED);
  if (outcome !== 'TOTP_OUTCOME_OK' || !user) throw refuse('UNAUTHENTICATED', WRONG);
  return { status: 201, body: { success: true, msg: CREATED, user: await wholeUser(deps, input, user) } };
}

async function update(deps: DialectDeps, input: SessionInputOf<typeof totpBody>): Promise<DialectReply> {
  const { totp_code: code } = input.body;
  if (code === '') throw refuse('INVALID_ARGUMENT', MISSING_CODE);
  const { userId } = input.session.identity;
  const { outcome, enabled, user } = await deps.clients.auth.toggleTotp({
    idempotencyKey: input.idempotencyKey,
    userId,
    code,
    device: deviceOf(input),
  });
  if (outcome === 'TOTP_OUTCOME_NOT_ENROLLED') throw refuse('INVALID_ARGUMENT', NOT_ENABLED);
  if (outcome !== 'TOTP_OUTCOME_OK' || !user) throw refuse('UNAUTHENTICATED', WRONG);
  return { body: { success: true, msg: enabled ? ON : OFF, user: await wholeUser(deps, input, user) } };
}

async function reset(
  deps: DialectDeps,
  input: SessionInputOf<typeof resetBody, typeof resetBody>,
): Promise<DialectReply> {
  const { userId: adminUserId, roles } = input.session.identity;
  // auth looks again; this keeps others from finding out who is there
  if (!roles.includes('admin')) throw refuse('UNAUTHENTICATED', NOT_ADMIN);
  const userId = input.body.user_id || input.query.user_id;
  if (userId === '') throw refuse('INVALID_ARGUMENT', MISSING_USER);
  const answer = await deps.clients.auth.resetSecondFactors({
    idempotencyKey: input.idempotencyKey,
    adminUserId,
    userId,
    device: deviceOf(input),
  });
  const { outcome, user } = answer;
  if (outcome === 'OUTCOME_NOT_ADMIN') throw refuse('UNAUTHENTICATED', NOT_ADMIN);
  if (outcome === 'OUTCOME_NOT_ENABLED') throw refuse('INVALID_ARGUMENT', NOT_ENABLED);
  if (outcome !== 'OUTCOME_RESET' || !user) throw refuse('NOT_FOUND', NO_USER);
  const msg = `${user.username || user.name}'s 2FA has been reset.`;
  return { body: { success: true, msg, user: await userById(deps, input, userId) } };
}

export const twoFactorRoutes = [
  dialectRoute({
    method: 'GET',
    path: '/2fa/get-qr-code',
    summary: 'A new TOTP secret, in force once create-user-2fa has its first code',
    ...common,
    replies: {
      200: {
        description: 'The secret, and a picture of it',
        example: {
          success: true,
          msg: SCAN,
          qrSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
          qrCodeUrl: 'data:image/png;base64,iVBOR',
        },
      },
      400: { description: 'Set up already', example: failed(ENROLLED) },
      401: { description: 'Not signed in', example: failed('invalid session token') },
    },
    handler: async ({ session }, deps) => {
      const answer = await deps.clients.auth.startTotp({ userId: session.identity.userId });
      if (answer.outcome !== 'OUTCOME_STARTED') throw refuse('INVALID_ARGUMENT', ENROLLED);
      return { body: { success: true, msg: SCAN, qrSecret: answer.secret, qrCodeUrl: answer.qrDataUrl } };
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/2fa/create-user-2fa',
    summary: 'Turn 2FA on with the first code of a secret',
    ...common,
    once: true,
    body: createTotpBody,
    example: { qr_secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', totp_code: '123456' },
    replies: {
      201: {
        description: 'On',
        example: { success: true, msg: CREATED, user: { ...EXAMPLE.user, two_fa_enabled: true } },
      },
      400: { description: 'Set up already', example: failed(ENROLLED) },
      401: { description: 'Wrong code or secret, or not signed in', example: failed(WRONG) },
    },
    handler: (input, deps) => create(deps, input),
  }),
  dialectRoute({
    method: 'PUT',
    path: '/2fa/update-user-2fa',
    summary: 'Turn 2FA off, or on again',
    ...common,
    once: true,
    body: totpBody,
    example: { totp_code: '123456' },
    replies: {
      200: { description: 'The message says which', example: { success: true, msg: OFF, user: EXAMPLE.user } },
      400: { description: 'No code, or 2FA was never set up', example: failed(NOT_ENABLED) },
      401: { description: 'Wrong code, or not signed in', example: failed(WRONG) },
    },
    handler: (input, deps) => update(deps, input),
  }),
  dialectRoute({
    method: 'PUT',
    path: '/2fa/reset-user-2fa',
    summary: 'An admin takes away the second factors of a person who lost them',
    ...common,
    once: true,
    body: resetBody,
    query: resetBody,
    example: { user_id: EXAMPLE.user._id },
    replies: {
      200: { description: 'Reset', example: { success: true, msg: "ada's 2FA has been reset.", user: EXAMPLE.user } },
      400: { description: 'No user_id, or nothing to reset', example: failed(NOT_ENABLED) },
      401: { description: 'No admin', example: failed(NOT_ADMIN) },
      404: { description: 'No such user', example: failed(NO_USER) },
    },
    handler: (input, deps) => reset(deps, input),
  }),
];
