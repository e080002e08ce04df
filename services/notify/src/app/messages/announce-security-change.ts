import { refreshContact } from '../contacts/refresh-contact.ts';
import { securityNotice } from '../../domain/templates/account.ts';
import type { Deps } from '../index.ts';
import { announceNotice, type Announcement } from './announce-notice.ts';

interface SecurityChange extends Pick<Announcement, 'key' | 'userId' | 'at' | 'alsoTo'> {
  what: string;
  /** auth's own sentence */
  detail: string;
  /** path of the link that undoes the change, sealed by auth; null when there is none */
  sealedLink: string | null;
}

/**
 * Tells a person of a change to their account's security, at all addresses that must know. These notices overtake the events
 * that tell of addresses, so auth is asked where the person is now. Throws UNAVAILABLE.
 */
export async function announceSecurityChange(
  deps: Deps,
  { what, detail, sealedLink, ...about }: SecurityChange,
): Promise<void> {
  const link = sealedLink === null ? null : new URL(deps.unseal(sealedLink, 'link'), deps.publicUrl).href;
  await refreshContact(deps, about.userId);
  await announceNotice(deps, { ...about, notice: securityNotice({ what, detail, link }) });
}
