import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onUserTerminated(
  { endOwner }: Pick<UseCases, 'endOwner'>,
  { data }: FlorinEvent<'auth.user-terminated.v1'>,
): Promise<void> {
  await endOwner(data.userId);
}
