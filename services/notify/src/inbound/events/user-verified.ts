import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

export const onUserVerified: EventHandler<'auth.user-verified.v1', UseCases> = async ({ confirmAddress }, { data }) => {
  const { userId, channel, address, verifiedAt } = data;
  await confirmAddress({ userId, channel, address, at: new Date(verifiedAt) });
};
