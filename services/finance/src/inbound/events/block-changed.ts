import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onBlockChanged(
  { partPeople }: Pick<UseCases, 'partPeople'>,
  { data: { userId, blockedUserId, blocked } }: FlorinEvent<'users.block-changed.v1'>,
): Promise<void> {
  if (blocked) await partPeople({ userId, otherId: blockedUserId });
}
