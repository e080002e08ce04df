import { CODE_COOLDOWN_MS, CODE_SENDS_PER_HOUR, type CodePurpose } from '../../domain/code.ts';
import { callerOf } from '../../domain/ip.ts';
import type { Deps } from '../index.ts';
import { limited } from '../limits/limited.ts';
import { sendCode, type SendCode } from './send-code.ts';

/**
 * As `sendCode`, for callers who must not learn whether the account exists: the reply waits for none of it, and the
 * sends of one recipient are counted as typed. Throws RATE_LIMITED, for known and unknown alike.
 */
export async function sendCodeUnseen(deps: Deps, input: SendCode & { typed: string }): Promise<void> {
  await countUnseenSend(deps, input);
  deps.background.run('send code', () => sendCode(deps, input));
}

/** Counts a send by what was typed, whether or not there is somebody to send to. Throws RATE_LIMITED. */
export async function countUnseenSend(
  deps: Deps,
  { purpose, typed, ip }: { purpose: CodePurpose; typed: string; ip: string },
): Promise<void> {
  const now = deps.clock();
  const recipient = deps.secrets.hash('typed', purpose, typed.trim().toLowerCase()).toString('base64url', 0, 16);
  const key = `${recipient}|${callerOf(ip)}`;
  const cooldown = [{ key: `cooldown|${key}`, seconds: CODE_COOLDOWN_MS / 1000 }];
  const [asked] = await deps.counters.hit(deps.db, cooldown, now);
  if (asked?.count !== 1) return;
  const [sends] = await deps.counters.hit(deps.db, [{ key: `unseen|${key}`, seconds: 3600 }], now);
  if (sends && sends.count > CODE_SENDS_PER_HOUR) throw limited((sends.resetsAt.getTime() - now.getTime()) / 1000);
}
