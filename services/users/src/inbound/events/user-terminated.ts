import type { UseCases } from '../../app/index.ts';
import type { EventOf } from './consumers.ts';

export async function onUserTerminated(
  { followAuth }: UseCases,
  { data }: EventOf<'auth.user-terminated.v1'>,
): Promise<void> {
  await followAuth.terminated(data.userId, new Date(data.terminatedAt));
}
