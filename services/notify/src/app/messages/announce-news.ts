import type { Notice } from '../../domain/message.ts';
import { getContact } from '../contacts/get-contact.ts';
import { isProven } from '../contacts/get-verified-contact.ts';
import type { Contact } from '../contacts/ports.ts';
import { refreshContact } from '../contacts/refresh-contact.ts';
import type { Deps } from '../index.ts';
import { announceNotice, type Announcement } from './announce-notice.ts';

interface News extends Pick<Announcement, 'key' | 'userId' | 'data' | 'at'> {
  /** the person whom the news is of */
  fromUserId: string;
  /** that person's words, if any */
  note?: string;
  write: (name: string, note: string) => Notice;
  /** the person told has begun it: never gathered */
  answer?: boolean;
}

const UNPROVEN = 'Somebody';

/**
 * Tells a person what another one did. Nobody is told of somebody whom they block. What an account without a proven contact
 * does is told in the app alone, without its name and words. Of strangers' news the first goes out at once, and what follows
 * is gathered, see sendGathered. Throws UNAVAILABLE.
 */
export async function announceNews(deps: Deps, news: News): Promise<void> {
  const { key, userId, fromUserId, note = '', write, data, at, answer = false } = news;
  const contact = await getContact(deps, userId);
  if (!contact || contact.blocked.includes(fromUserId)) return;
  const sender = await findSender(deps, fromUserId);
  if (sender && !sender.terminated && !isProven(sender)) {
    await announceNotice(deps, { key, userId, notice: write(UNPROVEN, ''), data, at, reach: 'app' });
    return;
  }
  const notice = write(sender && !sender.terminated ? sender.name : 'A former member', note);
  const atOnce =
    answer ||
    (await deps.isFriend(userId, fromUserId)) ||
    (await deps.gathered.goesNow(news, deps.clock(), deps.gatherMs));
  const known = { ...data, userId: fromUserId };
  await announceNotice(deps, { key, userId, notice, data: known, at, reach: atOnce ? 'everywhere' : 'app' });
  if (!atOnce) await deps.gathered.add({ key, userId, fromUserId, notice, at });
}

async function findSender(deps: Deps, userId: string): Promise<Contact | undefined> {
  const known = await deps.contacts.find(userId);
  return known && (known.terminated || isProven(known)) ? known : ((await refreshContact(deps, userId)) ?? known);
}
