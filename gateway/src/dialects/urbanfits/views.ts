import type { User__Output as AuthUser } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';
import type { PointsEntry__Output as PointsEntry } from '@florin/proto/gen/ledger/florin/ledger/v1/PointsEntry.ts';
import type { Me__Output as Me } from '@florin/proto/gen/users/florin/users/v1/Me.ts';

/** How the published API calls the way an account signs in. */
export function providerOf({ provider }: Pick<AuthUser, 'provider'>): 'urbanfits' | 'google' {
  return provider === 'google' ? 'google' : 'urbanfits';
}

/** A person as shown to themselves: auth's record, the profile with its card, and the client that asks. */
export function userView(user: AuthUser, me: Me, userAgent: string) {
  const profile = me.profile;
  const { gender = '', title = '', givenName = '', phone = '' } = me.details ?? {};
  const { prefix, number } = splitMobile(phone || user.mobile);
  return {
    _id: user.id,
    username: user.username,
    register_provider: providerOf(user),
    image: profile?.hasPicture === true ? `/v1/users/${user.id}/picture` : '',
    phone_prefix: prefix,
    phone_number: number,
    email: user.email,
    two_fa_enabled: user.twoFactorEnabled,
    role: user.roles.includes('admin') ? 'administrator' : 'customer',
    is_active: user.status === 'active',
    uf_wallet: walletView(me),
    ...optional('last_checkin', me.rewards?.lastCheckin),
    timezone: me.preferences?.timeZone ?? user.timeZone,
    user_agent: userAgent,
    purchases: 0,
    createdAt: user.createdAt,
    updatedAt: me.updatedAt > user.updatedAt ? me.updatedAt : user.updatedAt,
    __v: 0,
    ...splitName(profile?.name ?? user.name, givenName),
    gender,
    title,
    ...optional('two_fa_activation_date', user.totpEnabledAt),
  };
}

function walletView({ cardNumber, rewards }: Me) {
  return {
    card_number: cardNumber,
    bar_code: `/uf-wallet-barcodes/${cardNumber}`,
    ...(rewards?.hasSpun === true ? { last_spin_reward: rewards.lastSpinReward } : {}),
    ...optional('last_uf_spin', rewards?.lastSpin),
    ...optional('next_uf_spin', rewards?.nextSpin),
  };
}

/** The field, unless its value is empty: a new user has none of these. */
export function optional(name: string, value: string | undefined): Record<string, string> {
  return value === undefined || value === '' ? {} : { [name]: value };
}

/** The given name is what the person says it is, while the name begins with it; else the first word. */
function splitName(name: string, givenName: string): { firstname: string; lastname: string } {
  const [word = ''] = name.split(' ', 1);
  const firstname = givenName !== '' && `${name} `.startsWith(`${givenName} `) ? givenName : word;
  return { firstname, lastname: name.slice(firstname.length).trim() };
}

/** Country codes of one and two digits (ITU-T E.164); every other one has three. */
const SHORT_PREFIX = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Splits an international number into `+971` and the rest; two empty texts when there is none. */
export function splitMobile(mobile: string): { prefix: string; number: string } {
  const prefix = SHORT_PREFIX.exec(mobile)?.[0] ?? mobile.slice(0, 4);
  return { prefix, number: mobile.slice(prefix.length) };
}

/** Points of a check-in lapse after this time; others do not. */
const CHECK_IN_LIFE_MS = 7 * 86_400_000;

/** One line of the points' history; `points` is signed. */
export function pointsEntryView(entry: PointsEntry, cardNumber: string) {
  const at = new Date(entry.occurredAt);
  const points = Number(entry.points);
  return {
    _id: entry.transferId,
    card_number: cardNumber,
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    source: entry.reason,
    type: entry.type,
    points,
    spent: points < 0 ? -points : 0,
    balance: Number(entry.balanceAfter),
    total_balance: Number(entry.balanceAfter),
    expiration_date: expiryOf(entry),
    reason: entry.reason,
    createdAt: entry.occurredAt,
  };
}

function expiryOf({ type, reason, occurredAt }: PointsEntry): string | null {
  if (type !== 'grant' || !/check-?in/i.test(reason)) return null;
  return new Date(new Date(occurredAt).getTime() + CHECK_IN_LIFE_MS).toISOString();
}

/** The last seven days, oldest first: what came and went on each, and the balance at its end. */
export function weekView(entries: readonly PointsEntry[], balance: number, now: Date) {
  const days = Array.from({ length: 7 }, (_, ago) =>
    new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10),
  );
  let left = balance;
  const week = days.map((date) => {
    const changes = entries.filter(({ occurredAt }) => occurredAt.startsWith(date)).map(({ points }) => Number(points));
    const points = changes.filter((change) => change > 0).reduce((sum, change) => sum + change, 0);
    const spent = -changes.filter((change) => change < 0).reduce((sum, change) => sum + change, 0);
    const day = { date, points, spent, total_balance: left };
    left -= points - spent;
    return day;
  });
  return week.reverse();
}
