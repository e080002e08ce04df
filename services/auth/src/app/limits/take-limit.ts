import { callerOf } from '../../domain/ip.ts';
import type { Deps } from '../index.ts';
import { limited } from './limited.ts';

const MINUTE = 60;
const HOUR = 3600;

/** Most requests per window of each route: of one address (IPv6 by /64), and of one address about one account. */
const RULES = {
  register: { seconds: 10 * MINUTE, perAddress: 100 },
  'sign-in': { seconds: MINUTE, perAddress: 100, perAccount: 20 },
  'second-factor': { seconds: MINUTE, perAddress: 100, perAccount: 20 },
  refresh: { seconds: MINUTE, perAddress: 600 },
  'send-code': { seconds: HOUR, perAddress: 100, perAccount: 60 },
  'check-code': { seconds: MINUTE, perAddress: 100, perAccount: 20 },
  'reset-password': { seconds: MINUTE, perAddress: 60, perAccount: 20 },
  google: { seconds: MINUTE, perAddress: 100 },
  passkey: { seconds: MINUTE, perAddress: 100 },
  link: { seconds: MINUTE, perAddress: 60 },
  account: { seconds: MINUTE, perAddress: 300, perAccount: 60 },
  export: { seconds: HOUR, perAddress: 60, perAccount: 6 },
} as const;
export type LimitedRoute = keyof typeof RULES;

/** In development one person tries everything from one address. */
const DEVELOPMENT_FACTOR = 10;

export interface LimitState {
  limit: number;
  remaining: number;
  /** seconds until the window ends */
  resetSeconds: number;
}

/**
 * Counts a request against its route's limits and answers the tighter one, for RateLimit-* headers. `account` is
 * whatever names one: an id or the identifier as typed. Throws RATE_LIMITED with Retry-After.
 */
export async function takeLimit(
  deps: Pick<Deps, 'clock' | 'counters' | 'db' | 'secrets' | 'settings'>,
  route: LimitedRoute,
  { ip, account }: { ip: string; account?: string | undefined },
): Promise<LimitState> {
  const now = deps.clock();
  const rule: { seconds: number; perAddress: number; perAccount?: number } = RULES[route];
  const factor = deps.settings.development ? DEVELOPMENT_FACTOR : 1;
  const caller = callerOf(ip);
  const limits = new Map([[`${route}|${caller}`, rule.perAddress * factor]]);
  if (rule.perAccount !== undefined && account !== undefined && account !== '') {
    const named = deps.secrets.hash('limit', account.trim().toLowerCase()).toString('base64url', 0, 16);
    limits.set(`${route}|${caller}|${named}`, rule.perAccount * factor);
  }
  const windows = [...limits.keys()].map((key) => ({ key, seconds: rule.seconds }));
  const states = (await deps.counters.hit(deps.db, windows, now)).map(({ key, count, resetsAt }) => {
    const limit = limits.get(key) ?? 0;
    const resetSeconds = Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));
    return { limit, remaining: limit - count, resetSeconds };
  });
  const tightest = states.reduce((a, b) => (b.remaining < a.remaining ? b : a));
  if (tightest.remaining < 0) throw limited(tightest.resetSeconds, tightest);
  return tightest;
}
