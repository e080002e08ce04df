import { deviceOf, passwordPolicyOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectDeps, type SessionInputOf, type DialectReply } from '../../dialect.ts';
import { wholeUser } from '../calls.ts';
import { refusal } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { changeAccountBody, changePasswordBody } from '../schemas.ts';
import { SESSION, USERNAME_IN_USE, inUse, tokenOf } from './sign-in.ts';

const common = { tag: 'account', access: 'session' } as const;
const EMPTY = "Passwords can't be empty";
const UNCONFIRMED = 'New Password and Confirm Password must match';
const SAME = 'New password must be different from the current password!';
const WRONG = 'Current Password does not match the user';
const NO_NAME = 'Please select a new name/username that is at least 1 character long!';
const OTHER_TYPE = 'Unable to update account information!';

async function changePassword(
  deps: DialectDeps,
  input: SessionInputOf<typeof changePasswordBody>,
): Promise<DialectReply> {
  const { currentPassword, newPassword, confirmPassword } = input.body;
  if ([currentPassword, newPassword, confirmPassword].includes('')) throw refusal(EMPTY);
  if (newPassword !== confirmPassword) throw refusal(UNCONFIRMED);
  if (newPassword === currentPassword) throw refusal(SAME);
  const { userId, sessionId } = input.session.identity;
  // all that may fail comes first: the new token must reach the client
  const before = await wholeUser(deps, userId);
  const { outcome, session, message } = await deps.clients.auth.changePassword({
    idempotencyKey: input.idempotencyKey,
    via: 'spotme',
    userId,
    sessionId,
    currentPassword,
    newPassword,
    passwordPolicy: passwordPolicyOf(deps.config),
    device: deviceOf(input),
    session: SESSION,
  });
  if (outcome === 'OUTCOME_WRONG_PASSWORD') throw refusal(WRONG);
  if (outcome === 'OUTCOME_SAME_PASSWORD') throw refusal(SAME);
  if (outcome !== 'OUTCOME_CHANGED') throw refusal(message);
  return { body: { message: 'Successfully changed password', ...tokenOf(session), user: before } };
}

async function changeAccount(
  deps: DialectDeps,
  input: SessionInputOf<typeof changeAccountBody>,
): Promise<DialectReply> {
  const { updateType, updatedField } = input.body;
  if (updateType !== 'name' && updateType !== 'username') throw refusal(OTHER_TYPE);
  if (updatedField === '') throw refusal(NO_NAME);
  const { userId } = input.session.identity;
  const before = await wholeUser(deps, userId);
  const { outcome, user } = await deps.clients.auth.changeName({
    idempotencyKey: input.idempotencyKey,
    userId,
    [updateType]: updatedField,
    shortestUsername: 1,
    device: deviceOf(input),
  });
  if (outcome === 'OUTCOME_SAME') throw refusal(NO_NAME);
  if (outcome !== 'OUTCOME_CHANGED' || !user) return inUse(USERNAME_IN_USE);
  const { name, username } = user;
  return { body: { message: 'Succesfully updated the user!', user: { ...before, name, username } } };
}

export const accountRoutes = [
  dialectRoute({
    method: 'POST',
    path: '/auth/change-password',
    summary: 'Change the password; every other session ends',
    ...common,
    once: 'last',
    body: changePasswordBody,
    example: EXAMPLE.changePassword,
    replies: {
      200: {
        description: 'Changed; the old token is worth nothing',
        example: { message: 'Successfully changed password', ...EXAMPLE.token, user: EXAMPLE.user },
      },
      400: { description: 'Not changed', example: { message: UNCONFIRMED } },
      401: { description: 'Not signed in', example: { message: 'Unauthorized' } },
    },
    handler: (input, deps) => changePassword(deps, input),
  }),
  dialectRoute({
    method: 'POST',
    path: '/auth/change-account',
    summary: 'Change name or username',
    ...common,
    once: true,
    body: changeAccountBody,
    example: { updateType: 'name', updatedField: 'Ada Fern' },
    replies: {
      200: {
        description: 'Changed',
        example: { message: 'Succesfully updated the user!', user: EXAMPLE.user },
      },
      400: { description: 'Empty, the same, or of another type', example: { message: NO_NAME } },
      401: { description: 'Not signed in', example: { message: 'Unauthorized' } },
      403: { description: 'Somebody has that username', example: { message: USERNAME_IN_USE } },
    },
    handler: (input, deps) => changeAccount(deps, input),
  }),
];
