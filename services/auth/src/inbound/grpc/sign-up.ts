import { isFlorinError } from '@florin/errors';
import type { SignUpRequest__Output } from '@florin/proto/gen/auth/florin/auth/v1/SignUpRequest.ts';
import { readText } from '@florin/service-kit';
import type { NewAccount } from '../../app/accounts/create-account.ts';
import type { UseCases } from '../../app/index.ts';
import {
  orUndefined,
  readDevice,
  readSpec,
  readVia,
  toSession,
  toUser,
  readChannel,
  readPolicy,
  readPurpose,
} from './mapping.ts';
import type { Methods } from './sign-in.ts';

const REFUSED = {
  email: { CONFLICT: 'OUTCOME_EMAIL_TAKEN', INVALID_ARGUMENT: 'OUTCOME_EMAIL_INVALID' },
  username: { CONFLICT: 'OUTCOME_USERNAME_TAKEN', INVALID_ARGUMENT: 'OUTCOME_USERNAME_INVALID' },
  mobile: { CONFLICT: 'OUTCOME_MOBILE_TAKEN', INVALID_ARGUMENT: 'OUTCOME_MOBILE_INVALID' },
} as const;

export function signUpMethod(useCases: UseCases): Methods['signUp'] {
  return async (request) => {
    const device = readDevice(request.device);
    if (!request.onlyCheck) await useCases.takeLimit('register', { ip: device.ip });
    const spec = readSpec(request.session, readVia(request.via), device);
    try {
      if (request.onlyCheck) {
        useCases.checkSignUp(readSignUp(request));
        return {};
      }
      const { user, opened } = await useCases.signUp({ ...readSignUp(request), spec });
      const session = opened ? toSession(opened) : null;
      return { outcome: 'OUTCOME_CREATED', user: await toUser(useCases, user), session };
    } catch (error) {
      if (!isFlorinError(error)) throw error;
      const path = error.errors[0]?.path ?? '';
      const { message, errors: faults } = error;
      if (path === 'password') return { outcome: 'OUTCOME_PASSWORD_REFUSED', message, faults };
      if (error.code !== 'CONFLICT' && error.code !== 'INVALID_ARGUMENT') throw error;
      const outcomes = Object.hasOwn(REFUSED, path) ? REFUSED[path as keyof typeof REFUSED] : undefined;
      return { outcome: outcomes?.[error.code] ?? 'OUTCOME_INVALID', message, faults };
    }
  };
}

const LONGEST_NAME = 120;

/** A sign-up as the use case takes it; what dialects leave out is filled in. */
export function readSignUp(request: SignUpRequest__Output): NewAccount {
  const name = readText(request.name.slice(0, LONGEST_NAME).toWellFormed(), 'name', { min: 0, max: LONGEST_NAME });
  const channel = readChannel(request.sendCode?.channel ?? 0);
  return {
    email: orUndefined(request.email),
    mobile: orUndefined(request.mobile),
    country: orUndefined(request.country),
    username: orUndefined(request.username),
    shortestUsername: request.shortestUsername > 0 ? request.shortestUsername : 3,
    name: name === '' ? (request.email.split('@')[0] ?? '').slice(0, LONGEST_NAME) || 'Unnamed' : name,
    dateOfBirth: orUndefined(request.dateOfBirth),
    locale: orUndefined(request.locale),
    timeZone: orUndefined(request.timeZone),
    password: request.password,
    policy: readPolicy(request.passwordPolicy),
    via: readVia(request.via),
    ip: readDevice(request.device).ip,
    verify: request.sendCode ? { channel, purpose: readPurpose(request.sendCode.purpose, channel) } : undefined,
  };
}
