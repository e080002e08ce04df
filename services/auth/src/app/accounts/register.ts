import { FlorinError, invalidField } from '@florin/errors';
import { newId } from '@florin/service-kit';
import { withIdempotency } from '@florin/service-kit/postgres';
import type { IdempotentReply } from '@florin/service-kit/postgres';
import type { CodePurpose } from '../../domain/code.ts';
import type { Channel, Provider, User } from '../../domain/user.ts';
import { isDateOfBirth } from '../../domain/user.ts';
import { audit } from '../abuse/audit.ts';
import { notice } from '../abuse/notice.ts';
import { issueCode } from '../codes/issue-code.ts';
import type { PasswordPolicy } from '../passwords/policy.ts';
import { checkNewPassword } from '../passwords/policy.ts';
import type { App, Identifier, Unit } from '../ports.ts';
import { isUsername, normalEmail, normalMobile, retiredHash } from './identifiers.ts';

export interface Register {
  /** one of e-mail and mobile is needed */
  email?: string | undefined;
  mobile?: string | undefined;
  /** ISO 3166 country a local mobile number belongs to */
  country?: string | undefined;
  username?: string | undefined;
  /** shortest username; 3 unless a dialect publishes less */
  shortestUsername?: number | undefined;
  name: string;
  dateOfBirth?: string | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  /** none for an account of another provider */
  password?: string | undefined;
  policy: PasswordPolicy;
  provider?: Provider;
  /** the provider vouches for the address */
  emailVerified?: boolean;
  /** which API: `v1` or a dialect's name */
  via: string;
  ip: string;
  /** address a code goes to at once, and what for */
  verify?: { channel: Channel; purpose: CodePurpose } | undefined;
  /** the client's Idempotency-Key, and what it asked without the password in the clear */
  idempotency?: { key: string | undefined; request: unknown };
}

/**
 * Makes an account. Throws INVALID_ARGUMENT or PASSWORD_REFUSED by field, CONFLICT on `email`, `username` or `mobile`
 * when somebody has it, or had it and terminated the account. `effect` runs in the same transaction; what it answers
 * must be JSON when there is an idempotency key.
 */
export async function register<T>(
  app: App,
  input: Register,
  effect: (unit: Unit, user: User) => Promise<T>,
): Promise<IdempotentReply<T>> {
  const user = newUser(app, input);
  const listed = input.password === undefined ? false : checkPassword(input, input.password);
  await refuseRetired(app, user);
  if (input.password !== undefined) user.passwordHash = await app.passwords.hash(input.password);
  user.passwordListed = listed;
  try {
    return await app.unit(async (unit) => {
      const { key, request } = input.idempotency ?? { key: undefined, request: null };
      return withIdempotency(unit.trx, { scope: 'register', key, request }, async () => {
        await create(app, unit, user, input);
        return effect(unit, user);
      });
    });
  } catch (error) {
    const field = app.stores.users.takenBy(error);
    throw field === undefined ? error : taken(field);
  }
}

async function create(app: App, unit: Unit, user: User, input: Register): Promise<void> {
  await app.stores.users.insert(unit.trx, user);
  announce(unit, user);
  await audit(app, unit, { userId: user.id, type: 'registered', ip: input.ip, detail: { via: input.via } });
  await sendCode(app, unit, user, input);
  if (user.passwordListed) await tellListed(app, unit, user);
}

function checkPassword({ policy, name, username, email }: Register, password: string): boolean {
  return checkNewPassword(password, { policy, person: { name, username, email } }).listed;
}

function newUser(app: App, input: Register): User {
  const now = app.clock();
  const email = input.email?.trim();
  const emailNormal = email === undefined ? undefined : normalEmail(email);
  if (email !== undefined && emailNormal === undefined) throw invalidField('email', 'must be an e-mail address');
  const { username, shortestUsername: shortest = 3 } = input;
  if (username !== undefined && !isUsername(username, shortest)) {
    throw invalidField('username', `must be ${shortest} to 30 letters, digits, dots, hyphens or underscores`);
  }
  const mobile = input.mobile === undefined ? undefined : normalMobile(input.mobile, input.country);
  if (input.mobile !== undefined && mobile === undefined) {
    throw invalidField('mobile', 'must be a mobile number with its country, e.g. +9607771234');
  }
  if (email === undefined && mobile === undefined) throw invalidField('email', 'is needed, or a mobile number');
  return {
    id: newId(),
    email: email ?? null,
    emailNormal: emailNormal ?? null,
    emailVerifiedAt: input.emailVerified === true ? now : null,
    username: username ?? null,
    usernameNormal: username?.toLowerCase() ?? null,
    mobile: mobile ?? null,
    mobileVerifiedAt: null,
    name: input.name,
    dateOfBirth: readDateOfBirth(input, now),
    locale: input.locale ?? null,
    timeZone: input.timeZone ?? null,
    passwordHash: null,
    passwordVersion: 0,
    passwordListed: false,
    passwordChangedAt: input.password === undefined ? null : now,
    status: 'active',
    statusChangedAt: null,
    roles: ['user'],
    provider: input.provider ?? 'password',
    via: input.via,
    createdAt: now,
    updatedAt: now,
  };
}

function readDateOfBirth({ dateOfBirth }: Register, now: Date): string | null {
  if (dateOfBirth === undefined || isDateOfBirth(dateOfBirth, now)) return dateOfBirth ?? null;
  throw invalidField('dateOfBirth', 'must be in the past, after 1900');
}

async function refuseRetired(app: App, { emailNormal, usernameNormal, mobile }: User): Promise<void> {
  const given: [Identifier['kind'], string | null][] = [
    ['email', emailNormal],
    ['username', usernameNormal],
    ['mobile', mobile],
  ];
  for (const [kind, value] of given) {
    if (value === null) continue;
    if (await app.stores.users.findRetired(app.db, retiredHash(app, { kind, value }))) throw taken(kind);
  }
}

/** CONFLICT on one identifier. */
export function taken(field: string): FlorinError {
  return new FlorinError('CONFLICT', `${field}: is already in use`, {
    errors: [{ path: field, message: 'is already in use' }],
  });
}

function announce(unit: Unit, user: User): void {
  unit.emit('auth.user-registered.v1', {
    userId: user.id,
    email: user.email,
    name: user.name,
    username: user.username,
    mobile: user.mobile,
    locale: user.locale,
    timeZone: user.timeZone,
    dateOfBirth: user.dateOfBirth,
    registeredAt: user.createdAt.toISOString(),
    via: user.via,
  });
  if (user.email !== null && user.emailVerifiedAt !== null) {
    const verifiedAt = user.emailVerifiedAt.toISOString();
    unit.emit('auth.user-verified.v1', { userId: user.id, channel: 'email', address: user.email, verifiedAt });
  }
}

async function sendCode(app: App, unit: Unit, user: User, { verify, ip }: Register): Promise<void> {
  if (!verify) return;
  const address = verify.channel === 'email' ? user.email : user.mobile;
  if (address === null) return;
  await issueCode(app, unit, { user, purpose: verify.purpose, channel: verify.channel, address, ip });
}

/** Tells a person that the password a dialect let in is a well-known one. */
export async function tellListed(app: App, unit: Unit, user: User): Promise<void> {
  await notice(app, unit, {
    userId: user.id,
    what: 'password-listed',
    detail: 'Your password is one of the most used ones, which are guessed first. Please change it.',
    link: false,
  });
}
