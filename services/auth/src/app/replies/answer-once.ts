import { setTimeout as wait } from 'node:timers/promises';
import { FlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';

interface Call {
  method: string;
  /** the calling service's key for one write; empty: every call is a new one */
  key: string;
}

/** a call that takes longer lost its process */
const STALE_MS = 15_000;
const WAIT_MS = 2_000;
const POLL_MS = 50;

/**
 * Answers a call once per key: a repeat gets the first reply, waiting for it while the first is under way. A code that was
 * used up, or a password that was changed, is so for the one who never heard of it, too. What throws leaves nothing behind
 * and may be tried again. The reply must be JSON; it may hold a new session's token and is kept sealed, for a day. A process
 * that dies between the effect and its reply loses the reply. Throws UNAVAILABLE while the first call goes on.
 */
export async function answerOnce(
  { keptReplies, secrets, db, clock }: Pick<Deps, 'keptReplies' | 'secrets' | 'db' | 'clock'>,
  { method, key }: Call,
  work: () => Promise<object>,
): Promise<object> {
  if (key === '') return work();
  const id = secrets.hash('kept-reply', method, key);
  const context = `reply ${id.toString('base64url')}`;
  const now = clock();
  if (await keptReplies.begin(db, id, now, new Date(now.getTime() - STALE_MS))) {
    try {
      const reply = await work();
      await keptReplies.keep(db, id, secrets.sealAtRest(JSON.stringify(reply), context));
      return reply;
    } catch (error) {
      await keptReplies.drop(db, id);
      throw error;
    }
  }
  for (let waited = 0; waited < WAIT_MS; waited += POLL_MS) {
    const sealed = await keptReplies.find(db, id);
    if (sealed !== undefined) return JSON.parse(secrets.unsealAtRest(sealed, context)) as object;
    await wait(POLL_MS);
  }
  throw new FlorinError('UNAVAILABLE', 'This is still being worked on; ask again', { retryAfterSeconds: 1 });
}
