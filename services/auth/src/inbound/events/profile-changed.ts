import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

/** A person's profile changed in the users service: their name and language here follow. */
export async function onProfileChanged(
  { syncProfile }: Pick<UseCases, 'syncProfile'>,
  { id, data }: FlorinEvent<'users.profile-changed.v1'>,
): Promise<void> {
  await syncProfile({ ...data, eventId: id });
}
