export type Status = 'active' | 'frozen' | 'terminated';
export type RoleName = 'user' | 'support' | 'admin';
export type Channel = 'email' | 'sms';
export type Provider = 'password' | 'google';

export interface User {
  id: string;
  email: string | null;
  emailNormal: string | null;
  emailVerifiedAt: Date | null;
  username: string | null;
  usernameNormal: string | null;
  /** E.164 */
  mobile: string | null;
  mobileVerifiedAt: Date | null;
  name: string;
  /** ISO date */
  dateOfBirth: string | null;
  locale: string | null;
  timeZone: string | null;
  passwordHash: string | null;
  /** counts changes of the password; a rehash of the same one is none */
  passwordVersion: number;
  /** the password is one of the listed ones, let in by a dialect */
  passwordListed: boolean;
  passwordChangedAt: Date | null;
  status: Status;
  statusChangedAt: Date | null;
  roles: RoleName[];
  /** how the account was made */
  provider: Provider;
  /** which API made it: `v1` or a dialect's name */
  via: string;
  createdAt: Date;
  updatedAt: Date;
}

/** True when the person has proved to own one of the addresses. */
export function isVerified(user: User): boolean {
  return user.emailVerifiedAt !== null || user.mobileVerifiedAt !== null;
}

export function addressOf(user: User, channel: Channel): string | null {
  return channel === 'email' ? user.email : user.mobile;
}

export function isAddressVerified(user: User, channel: Channel): boolean {
  return (channel === 'email' ? user.emailVerifiedAt : user.mobileVerifiedAt) !== null;
}

/**
 * Whether a code sent to this address may open the account. Once one address is proven, only proven ones do: another may
 * have been put there by somebody else.
 */
export function canOpenBy(user: User, channel: Channel): boolean {
  return !isVerified(user) || isAddressVerified(user, channel);
}

/** A day of the calendar as ISO date, from 1900 and before now. */
export function isDateOfBirth(date: string, now: Date): boolean {
  const day = new Date(date);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(day.getTime())) return false;
  return day.toISOString().startsWith(date) && date >= '1900-01-01' && day < now;
}
