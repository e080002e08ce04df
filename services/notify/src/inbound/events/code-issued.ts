import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

export const onCodeIssued: EventHandler<'auth.code-issued.v1', UseCases> = async (
  { sendCode },
  { id, data, occurredAt },
) => {
  const { userId, channel, to, purpose, sealedCode, passwordChosen } = data;
  const times = { issuedAt: new Date(occurredAt), expiresAt: new Date(data.expiresAt) };
  await sendCode({ key: id, userId, channel, to, purpose, sealedCode, passwordChosen, ...times });
};
