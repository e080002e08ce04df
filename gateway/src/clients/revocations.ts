import type { GrpcClient } from '@florin/service-kit';
import type { AuthServiceDefinition } from '@florin/proto';
import type { ListRevocations } from '../session/revocation-feed.ts';

/** Reads the ended sessions from auth, page by page. */
export function listRevocationsOf(auth: Pick<GrpcClient<AuthServiceDefinition>, 'listRevocations'>): ListRevocations {
  return async (since, cursor) => {
    const { revocations, nextCursor } = await auth.listRevocations(
      { since: since.toISOString(), cursor },
      { timeoutMs: 10_000 },
    );
    return {
      nextCursor,
      revocations: revocations.map((revocation) => ({
        userId: revocation.userId,
        sessionId: revocation.sessionId || null,
        exceptSessionId: revocation.exceptSessionId || null,
        revokedAt: new Date(revocation.revokedAt),
        ...(revocation.neededUntil ? { neededUntil: new Date(revocation.neededUntil) } : {}),
      })),
    };
  };
}
