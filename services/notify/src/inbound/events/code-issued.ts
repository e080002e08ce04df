import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onCodeIssued(
  { sendCode }: UseCases,
  { id, data, occurredAt }: FlorinEvent<'auth.code-issued.v1'>,
): Promise<void> {
  const { userId, channel, to, purpose, sealedCode, passwordChosen } = data;
  const times = { issuedAt: new Date(occurredAt), expiresAt: new Date(data.expiresAt) };
  await sendCode({ key: id, userId, channel, to, purpose, sealedCode, passwordChosen, ...times });
}
