import type { SignUpRequest__Output } from '@florin/proto/gen/auth/florin/auth/v1/SignUpRequest.ts';
import type { Register } from '../../app/accounts/register.ts';
import { orUndefined, readChannel, readDevice, readPolicy, readPurpose, readVia } from './mapping.ts';

const LONGEST_NAME = 120;

/** A sign-up as the use case takes it; what dialects leave out is filled in. */
export function readSignUp(request: SignUpRequest__Output): Register {
  const name = request.name.replace(/\p{C}/gu, ' ').trim().slice(0, LONGEST_NAME);
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
