import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

/** Whoever is gone neither sends nor gets, and nothing of theirs stays pending with others. */
export async function userTerminated(
  useCases: UseCases,
  { data }: FlorinEvent<'auth.user-terminated.v1'>,
): Promise<void> {
  await useCases.endUser(data.userId);
}
