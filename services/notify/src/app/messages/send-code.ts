import { codeNotice } from '../../domain/templates/code.ts';
import { renderEmail, renderShort } from '../../domain/templates/layout.ts';
import type { Deps } from '../index.ts';

interface SendCode {
  /** of the event */
  key: string;
  userId: string | null;
  channel: 'email' | 'sms';
  to: string;
  purpose: string;
  sealedCode: string;
  issuedAt: Date;
  expiresAt: Date;
  /** the account has a password that the reader need not have chosen */
  passwordChosen?: boolean | undefined;
}

/** Sends a one-time code to one address, whoever it belongs to; not once it has expired. The same key again does nothing. */
export async function sendCode(
  deps: Pick<Deps, 'messages' | 'clock' | 'unseal' | 'wakeDelivery' | 'trackerSiteUrl'>,
  input: SendCode,
): Promise<void> {
  const { messages, clock, unseal, wakeDelivery, trackerSiteUrl } = deps;
  const { key, userId, channel, to, purpose, sealedCode, issuedAt, expiresAt, passwordChosen } = input;
  const minutes = Math.max(1, Math.round((expiresAt.getTime() - issuedAt.getTime()) / 60_000));
  const site = trackerSiteUrl === undefined || channel !== 'email' ? undefined : { url: trackerSiteUrl, email: to };
  const notice = codeNotice({ code: unseal(sealedCode, 'code'), purpose, minutes, passwordChosen, site });
  const content = channel === 'email' ? renderEmail(notice) : renderShort(notice);
  const id = `${key}:${channel}`;
  await messages.add([{ id, userId, channel, to, kind: 'code', content, notAfter: expiresAt }], clock());
  wakeDelivery();
}
