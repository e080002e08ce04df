import { firstBroken } from '../../domain/audit.ts';
import type { Deps } from '../index.ts';

/** Whether a person's audit log is as it was written: how many entries it has, and the first one that was changed. */
export async function checkAudit(
  deps: Pick<Deps, 'auditLog' | 'db' | 'secrets'>,
  userId: string,
): Promise<{ entries: number; brokenAt: number | undefined }> {
  const { entries, head } = await deps.auditLog.chainOf(deps.db, userId);
  return { entries: entries.length, brokenAt: firstBroken(deps.secrets.auditKey, entries, head) };
}
