import type { AuditEntry } from '../../domain/audit.ts';
import type { App } from '../ports.ts';

/** A person's own audit log, newest first, below entry `before`. */
export async function listEvents(
  app: App,
  userId: string,
  page: { before?: number | undefined; limit: number },
): Promise<AuditEntry[]> {
  return app.stores.audit.listOf(app.db, userId, page);
}
