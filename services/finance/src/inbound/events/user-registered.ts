import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onUserRegistered(
  { setUpOwner }: Pick<UseCases, 'setUpOwner'>,
  { data }: FlorinEvent<'auth.user-registered.v1'>,
): Promise<void> {
  await setUpOwner({ ownerId: data.userId, locale: data.locale });
}
