import { CODE_LIFETIME_MS, CODE_SENDS_PER_HOUR, isCoolingDown, type CodePurpose } from '../../domain/code.ts';
import { callerOf } from '../../domain/ip.ts';
import { isVerified, type Channel, type User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { limited } from '../limits/limited.ts';
import type { Tx } from '../ports.ts';
import { allowSms } from './sms-limits.ts';

const HOUR_SECONDS = 3600;

export interface IssueCode {
  user: User;
  purpose: CodePurpose;
  channel: Channel;
  /** as typed; for a new address not yet the account's own */
  address: string;
  ip: string;
}

/**
 * Sends a one-time code: notify gets it sealed with the event. One code per account, purpose and address lives; a new
 * one replaces it. Within 30 s of a send whose code still works nothing is sent and its expiry is renewed. Throws
 * RATE_LIMITED beyond 10 sends an hour to one recipient for one caller. The caller has locked the person's row.
 */
export async function issueCode(deps: Deps, tx: Tx, { user, purpose, channel, address, ip }: IssueCode): Promise<void> {
  const now = deps.clock();
  const expiresAt = new Date(now.getTime() + CODE_LIFETIME_MS);
  const key = { userId: user.id, purpose, address: address.toLowerCase() };
  if (isCoolingDown((await deps.codes.lock(tx, { ...key, purposes: [purpose] }))[0], now)) {
    // the dialects' purpose-less code publishes that its time of sending is renewed, too
    await deps.codes.update(tx, key, purpose === 'any' ? { expiresAt, sentAt: now } : { expiresAt });
    return;
  }
  if (channel === 'sms') await allowSms(deps, tx, key.address);
  await countSend(deps, tx, key.address, ip);
  const code = deps.secrets.newCode();
  await deps.codes.put(tx, {
    ...key,
    channel,
    codeHash: deps.secrets.hashCode(user.id, purpose, key.address, code),
    boundTo: null,
    tries: 0,
    sentAt: now,
    expiresAt,
    ended: null,
  });
  tx.emit('auth.code-issued.v1', {
    userId: user.id,
    channel,
    to: address,
    purpose,
    sealedCode: deps.secrets.sealCode(code),
    expiresAt: expiresAt.toISOString(),
    locale: user.locale,
    // whoever reads the mail need not be who chose it
    ...(isVerified(user) || user.passwordHash === null ? {} : { passwordChosen: true }),
  });
}

async function countSend(deps: Deps, tx: Tx, address: string, ip: string): Promise<void> {
  const now = deps.clock();
  const recipient = deps.secrets.hash('recipient', address).toString('base64url', 0, 16);
  const windows = [{ key: `sends|${recipient}|${callerOf(ip)}`, seconds: HOUR_SECONDS }];
  const [state] = await deps.counters.hit(tx, windows, now);
  if (state && state.count > CODE_SENDS_PER_HOUR) throw limited((state.resetsAt.getTime() - now.getTime()) / 1000);
}
