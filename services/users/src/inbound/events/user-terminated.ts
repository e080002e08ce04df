import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onUserTerminated(
  { forgetPerson }: UseCases,
  { data }: FlorinEvent<'auth.user-terminated.v1'>,
): Promise<void> {
  await forgetPerson({ userId: data.userId, at: new Date(data.terminatedAt) });
}
