import { createHash } from 'node:crypto';
import { waysFor, type Way } from '../../domain/kinds.ts';
import { gatheredNotice } from '../../domain/templates/gathered.ts';
import { getVerifiedContact } from '../contacts/get-verified-contact.ts';
import type { Deps } from '../index.ts';
import { sendOut } from '../messages/announce-notice.ts';

const LEASE_MS = 60_000;

/**
 * Tells one person by one mail and one push what strangers did while the window was open; false when nobody is due. A crash
 * tells it again after the lease.
 */
export async function sendGathered(deps: Deps): Promise<boolean> {
  const now = deps.clock();
  const claimed = await deps.gathered.claim(now, new Date(now.getTime() + LEASE_MS));
  if (!claimed) return false;
  const { userId } = claimed;
  const contact = await getVerifiedContact(deps, userId);
  const news = claimed.news.filter(({ fromUserId }) => contact && !contact.blocked.includes(fromUserId));
  const choices = await deps.preferences.get(userId);
  for (const way of ['email', 'push'] satisfies Way[]) {
    const told = news.filter(({ notice }) => waysFor(notice.kind, choices).has(way));
    if (told.length === 0) continue;
    const key = createHash('sha256')
      .update(told.map((one) => one.key).join())
      .digest('hex')
      .slice(0, 24);
    const notice = gatheredNotice(told.map((one) => one.notice));
    await sendOut(deps, { key: `gathered-${key}`, userId, notice, at: now }, contact, new Set([way]));
  }
  await deps.gathered.finish(claimed, new Date(now.getTime() + deps.gatherMs));
  return true;
}
