import type { Device } from '@florin/proto/gen/auth/florin/auth/v1/Device.ts';
import { PasswordPolicy } from '@florin/proto/gen/auth/florin/auth/v1/PasswordPolicy.ts';
import type { Config } from '../config.ts';
import type { DialectInput } from './dialect.ts';

export const DAY_SECONDS = 86_400;

/** The client as auth wants to know it; `more` is what the dialect's request said of it. */
export function deviceOf(
  { request, ip }: Pick<DialectInput<unknown, unknown, unknown>, 'request' | 'ip'>,
  more: Pick<Device, 'platform' | 'pushToken' | 'id'> = {},
): Device {
  return { ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 400), ...more };
}

/** The rules for new passwords that DIALECT_PASSWORDS chose. */
export function passwordPolicyOf({ DIALECT_PASSWORDS }: Pick<Config, 'DIALECT_PASSWORDS'>): PasswordPolicy {
  return DIALECT_PASSWORDS === 'published'
    ? PasswordPolicy.PASSWORD_POLICY_PUBLISHED
    : PasswordPolicy.PASSWORD_POLICY_STRICT;
}
