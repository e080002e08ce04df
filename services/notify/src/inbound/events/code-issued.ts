import type { UseCases } from '../../app/index.ts';
import { codeNotice } from '../../templates/code.ts';
import type { EventOf } from './event-of.ts';

export async function onCodeIssued(
  { sendTo, unsealCode }: UseCases,
  { id, data, occurredAt }: EventOf<'auth.code-issued.v1'>,
): Promise<void> {
  const notAfter = new Date(data.expiresAt);
  const minutes = Math.max(1, Math.round((notAfter.getTime() - Date.parse(occurredAt)) / 60_000));
  const notice = codeNotice({ code: unsealCode(data.sealedCode), purpose: data.purpose, minutes });
  await sendTo({ key: id, userId: data.userId, channel: data.channel, to: data.to, notice, notAfter });
}
