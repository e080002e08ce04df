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
  const [firstname = '', ...others] = user.name.trim().split(/\s+/);
  const { prefix, number } = splitMobile(user.mobile);
  return {
    _id: user.id,
    username: user.username,
    register_provider: providerOf(user),
    image: profile?.hasPicture === true ? `/v1/users/${user.id}/picture` : '',
    phone_prefix: prefix,
    phone_number: number,
    email: user.email,
    two_fa_enabled: user.twoFactorEnabled,
    role: user.roles.includes('admin') ? 'admin' : 'customer',
    is_active: user.status === 'active',
    uf_wallet: walletView(me),
    ...optional('last_checkin', me.rewards?.lastCheckin),
    timezone: me.preferences?.timeZone ?? user.timeZone,
    user_agent: userAgent,
    purchases: [],
    createdAt: user.createdAt,
    updatedAt: me.updatedAt > user.updatedAt ? me.updatedAt : user.updatedAt,
    __v: 0,
    firstname,
    lastname: others.join(' '),
    gender: '',
    title: '',
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

/** Country codes of one and two digits (ITU-T E.164); every other one has three. */
const SHORT_PREFIX = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Splits an international number into `+971` and the rest; two empty texts when there is none. */
export function splitMobile(mobile: string): { prefix: string; number: string } {
  const prefix = SHORT_PREFIX.exec(mobile)?.[0] ?? mobile.slice(0, 4);
  return { prefix, number: mobile.slice(prefix.length) };
}

/** One line of the points' history; `points` is signed. */
export function pointsEntryView(entry: PointsEntry, cardNumber: string) {
  return {
    _id: entry.transferId,
    card_number: cardNumber,
    type: entry.type,
    points: Number(entry.points),
    balance: Number(entry.balanceAfter),
    reason: entry.reason,
    createdAt: entry.occurredAt,
  };
}
