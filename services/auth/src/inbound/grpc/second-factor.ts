import { readIdentifier } from '../../app/accounts/identifiers.ts';
import type { UseCases } from '../../app/index.ts';
import type { User } from '../../domain/user.ts';
import { idOrNone, orUndefined, readDevice, readSpec, toSession, toUser } from './mapping.ts';
import type { Methods } from './sign-in.ts';

const COMPLETE = {
  'no-challenge': 'OUTCOME_NO_CHALLENGE',
  wrong: 'OUTCOME_WRONG_CODE',
  expired: 'OUTCOME_CODE_EXPIRED',
  none: 'OUTCOME_NO_CODE',
  terminated: 'OUTCOME_TERMINATED',
  frozen: 'OUTCOME_FROZEN',
} as const;
const TYPED_FACTORS = ['totp', 'otp-email', 'otp-sms', 'recovery-code'] as const;

export function completeMethod(useCases: UseCases): Methods['completeSecondFactor'] {
  return async (request) => {
    const device = readDevice(request.device);
    await useCases.takeLimit('second-factor', { ip: device.ip, account: request.challenge });
    const named = await namedBy(useCases, request);
    if (named) {
      const { user } = named;
      if (!user) return { outcome: 'OUTCOME_UNKNOWN_USER' };
      if (request.userId === '' && user.status === 'terminated') {
        return { outcome: 'OUTCOME_TERMINATED', user: await toUser(useCases, user) };
      }
      if ((await useCases.factorsOf(user)).length === 0) {
        return { outcome: 'OUTCOME_NOT_ENABLED', user: await toUser(useCases, user) };
      }
    }
    const { kind, lifetimeSeconds } = readSpec(request.session, '', device) ?? {};
    const result = await useCases.completeSecondFactor({
      challenge: request.challenge,
      userId: named?.user?.id,
      code: request.code.trim(),
      factor: TYPED_FACTORS.find((one) => one === request.factor),
      device,
      spec: kind === undefined ? undefined : { kind, ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }) },
      verifyContact: request.verifyContact,
    });
    if (result.outcome !== 'signed-in') {
      return { outcome: COMPLETE[result.outcome], user: await toUser(useCases, result.user) };
    }
    const user = await toUser(useCases, result.opened.user);
    return { outcome: 'OUTCOME_SIGNED_IN', user, session: toSession(result.opened) };
  };
}

/** Whom the request says the challenge is of; undefined when it names nobody. */
async function namedBy(
  useCases: UseCases,
  { userId, identifier, country }: { userId: string; identifier: string; country: string },
): Promise<{ user: User | undefined } | undefined> {
  if (userId !== '') {
    const value = idOrNone(userId);
    return { user: value === undefined ? undefined : await useCases.findUser({ kind: 'id', value }) };
  }
  if (identifier === '') return undefined;
  return { user: await useCases.findAccount(readIdentifier(identifier, orUndefined(country))) };
}
