import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onUserHandedOver(
  { dropMemberships }: Pick<UseCases, 'dropMemberships'>,
  { data }: FlorinEvent<'auth.user-handed-over.v1'>,
): Promise<void> {
  await dropMemberships({ userId: data.userId, at: new Date(data.handedOverAt) });
}
