import { isFlorinError, type ErrorCode } from '@florin/errors';
import { createGather, type Logger, type ServiceClient } from '@florin/service-kit';
import type { FriendDirectory, Reach } from '../app/feed/ports.ts';
import { createRecent } from './recent.ts';

type UsersClient = ServiceClient<'users'>;

/** so long a block may take until it holds for payments too */
const FRESH_MS = 2_000;
const MAX_REMEMBERED = 50_000;
/** users takes 200 in one call, which costs both sides little more than one */
const TOGETHER = { maximum: 200, lanes: 4, lateMs: 20, maxWaiting: 20_000 };
const AWAY: readonly ErrorCode[] = ['UNAVAILABLE', 'DEADLINE_EXCEEDED'];
const REACHES: readonly string[] = ['open', 'hidden', 'blocked', 'refused'] satisfies Reach[];

/**
 * Remembers answers for two seconds, so that a person who pays often is asked about once, and asks about the payments of
 * many in one call. While users does not answer, payments go on: a block that comes late harms less than a ledger that
 * stands still with its neighbour.
 */
export function createReach(
  users: Pick<UsersClient, 'checkReach' | 'checkPayments'>,
  logger: Logger,
): FriendDirectory['reach'] {
  const payments = createRecent<Reach>({ freshMs: FRESH_MS, maximum: MAX_REMEMBERED });
  const questions = createGather<string, Reach>(TOGETHER);
  const askTogether = async (pairs: readonly string[]) => {
    const reach = await forgiving(logger, pairs.length, () => users.checkPayments({ payments: pairs.map(partiesOf) }));
    return pairs.map((_pair, index) => ({ status: 'fulfilled' as const, value: reach[index] ?? 'open' }));
  };
  const payment = async (pair: string): Promise<Reach> => {
    const known = payments.get(pair);
    if (known !== undefined) return known;
    const reach = await questions.run(pair, askTogether);
    payments.set(pair, reach);
    return reach;
  };
  return (userId, otherIds, purpose) =>
    purpose === 'payment'
      ? Promise.all(otherIds.map((otherId) => payment(`${userId} ${otherId}`)))
      : forgiving(logger, otherIds.length, () => users.checkReach({ userId, otherIds: [...otherIds], purpose }));
}

function partiesOf(pair: string): { payerId: string; payeeId: string } {
  const [payerId = '', payeeId = ''] = pair.split(' ');
  return { payerId, payeeId };
}

async function forgiving(
  logger: Logger,
  count: number,
  ask: () => Promise<{ reach: readonly string[] }>,
): Promise<Reach[]> {
  try {
    const { reach } = await ask();
    return reach.map((each) => (REACHES.includes(each) ? (each as Reach) : 'open'));
  } catch (error) {
    if (!isFlorinError(error) || !AWAY.includes(error.code)) throw error;
    logger.warn({ err: error }, 'users does not answer: payments go on without a look at blocks');
    return Array.from({ length: count }, () => 'open');
  }
}
