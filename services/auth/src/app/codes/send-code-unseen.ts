import { CODE_COOLDOWN_MS, CODE_SENDS_PER_HOUR } from '../../domain/code.ts';
import { callerOf } from '../../domain/ip.ts';
import type { Deps } from '../index.ts';
import { limited } from '../limits/limited.ts';
import { sendCode } from './send-code.ts';
import type { SendCodeNeeds, SendCode } from './send-code.ts';

type Needs = Pick<Deps, 'background' | 'clock' | 'counters' | 'db' | 'secrets'> & SendCodeNeeds;

/**
 * As `sendCode`, for callers who must not learn whether the account exists: the reply waits for none of it, and the
 * sends of one recipient are counted as typed. Throws RATE_LIMITED, for known and unknown alike.
 */
export async function sendCodeUnseen(deps: Needs, input: SendCode & { typed: string }): Promise<void> {
  const now = deps.clock();
  const recipient = deps.secrets
    .hash('typed', input.purpose, input.typed.trim().toLowerCase())
    .toString('base64url', 0, 16);
  const key = `${recipient}|${callerOf(input.ip)}`;
  const cooldown = [{ key: `cooldown|${key}`, seconds: CODE_COOLDOWN_MS / 1000 }];
  const [asked] = await deps.counters.hit(deps.db, cooldown, now);
  if (asked?.count === 1) {
    const [sends] = await deps.counters.hit(deps.db, [{ key: `unseen|${key}`, seconds: 3600 }], now);
    if (sends && sends.count > CODE_SENDS_PER_HOUR) throw limited((sends.resetsAt.getTime() - now.getTime()) / 1000);
  }
  deps.background.run('send code', () => sendCode(deps, input));
}
