import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onUserVerified(
  { confirmAddress }: UseCases,
  { data }: FlorinEvent<'auth.user-verified.v1'>,
): Promise<void> {
  const { userId, channel, address, verifiedAt } = data;
  await confirmAddress({ userId, channel, address, at: new Date(verifiedAt) });
}
