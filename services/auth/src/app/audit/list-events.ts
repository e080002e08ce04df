import type { AuditEntry } from '../../domain/audit.ts';
import type { Deps } from '../index.ts';

/** A person's own audit log, newest first, below entry `before`. */
export async function listEvents(
  deps: Pick<Deps, 'auditLog' | 'db'>,
  userId: string,
  page: { before?: number | undefined; limit: number },
): Promise<AuditEntry[]> {
  return deps.auditLog.listOf(deps.db, userId, page);
}
