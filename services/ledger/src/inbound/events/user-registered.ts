import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

/** A new user's main account. Opening twice opens one, so a redelivery needs no record. */
export async function userRegistered(
  useCases: UseCases,
  { data }: FlorinEvent<'auth.user-registered.v1'>,
): Promise<void> {
  await useCases.openMainAccount(data.userId);
}
