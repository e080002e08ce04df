import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

/** Whoever is gone neither sends nor gets: the accounts are frozen until an admin empties and closes them. */
export async function userTerminated(
  useCases: UseCases,
  { data }: FlorinEvent<'auth.user-terminated.v1'>,
): Promise<void> {
  await useCases.freezeUser(data.userId);
}
