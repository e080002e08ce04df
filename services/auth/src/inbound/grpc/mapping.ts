import { invalidField } from '@florin/errors';
import { isUuid, readUuid, toMessage } from '@florin/service-kit';
import type { ChallengeOffer, SendFactorCode } from '../../app/challenges/offer-second-factor.ts';
import type { UseCases } from '../../app/index.ts';
import type { PasswordPolicy } from '../../app/passwords/policy.ts';
import type { Opened } from '../../app/sessions/open-session.ts';
import type { CodePurpose } from '../../domain/code.ts';
import type { Device, SessionSpec } from '../../domain/session.ts';
import type { Channel, User } from '../../domain/user.ts';

/** People as other services see them. proto3 has no null: what is absent is the empty string. */
export async function toUsers(useCases: UseCases, users: readonly User[]) {
  const summaries = await useCases.summarizeFactors(users.map(({ id }) => id));
  const byId = new Map(summaries.map((summary) => [summary.userId, summary]));
  return users.map((user) => {
    const { id, email, username, mobile, name, status, roles, createdAt, updatedAt } = user;
    const { locale, timeZone, dateOfBirth, provider, passwordListed, statusChangedAt } = user;
    const factors = byId.get(id);
    return {
      ...toMessage({ id, email, username, mobile, name, status, roles, createdAt, updatedAt }),
      ...toMessage({ locale, timeZone, dateOfBirth, provider, passwordListed }),
      emailVerified: user.emailVerifiedAt !== null,
      mobileVerified: user.mobileVerifiedAt !== null,
      twoFactorEnabled: factors?.enabled ?? false,
      totpEnrolled: factors?.totpEnrolled ?? false,
      totpEnabledAt: factors?.totpEnabledAt?.toISOString() ?? '',
      terminatedAt: status === 'terminated' ? (statusChangedAt?.toISOString() ?? '') : '',
    };
  });
}

export async function toUser(useCases: UseCases, user: User | undefined) {
  if (!user) return undefined;
  const [mapped] = await toUsers(useCases, [user]);
  return mapped;
}

export function toSession({ session, accessToken, opaqueToken, expiresIn }: Opened) {
  return {
    id: session.id,
    token: accessToken ?? opaqueToken ?? '',
    expiresAt: session.expiresAt.toISOString(),
    expiresIn,
  };
}

export function toChallenge({ token, factors, expiresAt, sentTo }: ChallengeOffer) {
  return { token, factors, expiresAt: expiresAt.toISOString(), sentTo: sentTo ?? '' };
}

interface ProtoDevice {
  ip?: string;
  userAgent?: string;
  platform?: string;
  pushToken?: string;
  id?: string;
}

const LONGEST = { platform: 30, userAgent: 500, pushToken: 4096, id: 128 };

/** Cut to what the columns hold; dialects don't check these. */
export function readDevice(device: ProtoDevice | null | undefined): Device {
  const text = (name: keyof typeof LONGEST) => clean(device?.[name], LONGEST[name]);
  return {
    ip: device?.ip ?? '',
    userAgent: text('userAgent'),
    platform: text('platform'),
    pushToken: text('pushToken'),
    id: text('id'),
  };
}

function clean(value: string | undefined, maximum: number): string | undefined {
  const kept = (value ?? '').replaceAll('\0', '').slice(0, maximum);
  return kept === '' ? undefined : kept.toWellFormed();
}

export function readSpec(
  spec: { kind?: string | number; lifetimeSeconds?: number } | null | undefined,
  via: string,
  device: Device,
): SessionSpec | undefined {
  if (!spec) return undefined;
  const kind = spec.kind === 'SESSION_KIND_OPAQUE' ? 'opaque' : 'token';
  const seconds = spec.lifetimeSeconds ?? 0;
  return { kind, via, device, ...(seconds > 0 ? { lifetimeSeconds: seconds } : {}) };
}

/** A session is always wanted where people sign in: a day of token unless said otherwise. */
export function readSpecOrDay(spec: Parameters<typeof readSpec>[0], via: string, device: Device): SessionSpec {
  return readSpec(spec, via, device) ?? { kind: 'token', via, device };
}

export function readChannel(channel: string | number): Channel {
  return channel === 'CHANNEL_SMS' ? 'sms' : 'email';
}

export function readPolicy(policy: string | number): PasswordPolicy {
  return policy === 'PASSWORD_POLICY_PUBLISHED' ? 'published' : 'strict';
}

export function readPurpose(purpose: string | number, channel: Channel): CodePurpose {
  switch (purpose) {
    case 'CODE_PURPOSE_VERIFY':
      return channel === 'email' ? 'verify-email' : 'verify-mobile';
    case 'CODE_PURPOSE_PASSWORD_RESET':
      return 'password-reset';
    case 'CODE_PURPOSE_SECOND_FACTOR':
      return 'second-factor';
    default:
      return 'any';
  }
}

interface ProtoSendCode {
  channel: string | number;
  purpose: string | number;
}

export function readSendCode(send: ProtoSendCode | null | undefined): SendFactorCode | undefined {
  if (!send) return undefined;
  const channel = readChannel(send.channel);
  return { channel, purpose: readPurpose(send.purpose, channel) === 'any' ? 'any' : 'second-factor' };
}

export function readVia(via: string): string {
  return via === '' ? 'grpc' : via.slice(0, 20);
}

type Underscored<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}_${Underscored<Rest>}`
  : Name;

/** An outcome of a use case as the enum of a proto names it: `no-address` is OUTCOME_NO_ADDRESS. */
export function named<Prefix extends string, Outcome extends string>(prefix: Prefix, outcome: Outcome) {
  return `${prefix}_${outcome.replaceAll('-', '_').toUpperCase()}` as `${Prefix}_${Uppercase<Underscored<Outcome>>}`;
}

export const orUndefined = (value: string): string | undefined => (value === '' ? undefined : value);

export function readId(field: string, value: string): string {
  return readUuid(value, field);
}

/** An id as ids are kept; undefined for a text that is none and so names nobody. */
export function idOrNone(value: string): string | undefined {
  return isUuid(value) ? value.toLowerCase() : undefined;
}

export function readInstant(field: string, value: string): Date {
  const time = new Date(value);
  if (value === '' || Number.isNaN(time.getTime())) throw invalidField(field, 'must be an ISO 8601 instant');
  return time;
}
