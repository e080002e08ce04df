import { isUuid } from '@florin/service-kit';
import { parseMajor, toMajorNumber } from '@florin/money';
import type { User__Output as AuthUser } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';
import type { DialectDeps } from '../dialect.ts';
import { balanceOf, friendView, toImg, type SpotMeUser } from './views.ts';

const AFTER_POSTING_MS = 1_000;

type Known = Pick<AuthUser, 'id' | 'name' | 'username' | 'email'>;

/** The caller with balance and picture: two calls. `known` is what auth has just said of them, which is newer than copies. */
export async function wholeUser(
  { clients, config }: DialectDeps,
  userId: string,
  known?: Known | null,
): Promise<SpotMeUser> {
  const [{ me }, { accounts }] = await Promise.all([
    clients.users.getMe({ userId, includePicture: true }),
    clients.ledger.getAccounts({ ownerId: userId }),
  ]);
  const { name = '', username = '' } = me?.profile ?? {};
  const user = known ?? { id: userId, name, username, email: me?.email ?? '' };
  const balance = balanceOf(userId, accounts, config.FLORIN_CURRENCY);
  return { ...friendView(user, balance), img: me ? toImg(me.picture) : '' };
}

/** After money has moved nothing may fail any more: the new balance as the ledger has it, else as it follows from the change. */
export async function withBalance(
  { clients, config }: DialectDeps,
  before: SpotMeUser,
  change: bigint,
): Promise<SpotMeUser> {
  const { FLORIN_CURRENCY: currency } = config;
  try {
    const { accounts } = await clients.ledger.getAccounts({ ownerId: before.id }, { timeoutMs: AFTER_POSTING_MS });
    return { ...before, balance: balanceOf(before.id, accounts, currency) };
  } catch {
    const balance = parseMajor(before.balance ?? 0, currency) + change;
    return { ...before, balance: toMajorNumber(balance, currency) };
  }
}

/** People as their friends see them, by id: two calls. At most 1000. */
export async function friendsById(
  { clients, config }: DialectDeps,
  ids: readonly string[],
): Promise<Map<string, SpotMeUser>> {
  if (ids.length === 0) return new Map();
  const [{ users }, { accounts }] = await Promise.all([
    clients.auth.getUsers({ ids: [...ids] }),
    clients.ledger.getAccounts({ ownerIds: [...ids] }),
  ]);
  return new Map(
    users.map((user) => [user.id, friendView(user, balanceOf(user.id, accounts, config.FLORIN_CURRENCY))]),
  );
}

/** A user id as the services write it; undefined for what is none, e.g. the 24 digits of another system. */
export function readUserId(sent: string): string | undefined {
  return isUuid(sent) ? sent.toLowerCase() : undefined;
}
