import type { EventData } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onUserRegistered(
  { setUpOwner }: UseCases,
  { data }: { data: EventData<'auth.user-registered.v1'> },
): Promise<void> {
  await setUpOwner(data.userId);
}
