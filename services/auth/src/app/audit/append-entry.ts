import { areaOf } from '../../domain/ip.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** What the owner reads at GET /v1/auth/events. */
export type AuditType =
  | 'registered'
  | 'verified'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'session-revoked'
  | 'refresh-reused'
  | 'password-changed'
  | 'password-reset'
  | 'code-sent'
  | 'contact-changed'
  | 'contact-restored'
  | 'contact-lapsed'
  | 'handed-over'
  | 'name-changed'
  | 'factor-added'
  | 'factor-removed'
  | 'recovery-code-used'
  | 'device-trusted'
  | 'device-distrusted'
  | 'stepped-up'
  | 'roles-changed'
  | 'frozen'
  | 'unfrozen'
  | 'exported'
  | 'terminated';

export interface AuditInput {
  userId: string;
  type: AuditType;
  ip?: string | undefined;
  sessionId?: string | null | undefined;
  /** no secrets: the owner reads it */
  detail?: Record<string, string | number | boolean | null>;
}

/** Writes an entry of the person's own log in the transaction of what it tells. */
export async function audit(deps: Deps, tx: Tx, input: AuditInput): Promise<void> {
  await deps.auditLog.append(tx, deps.secrets.auditKey, {
    userId: input.userId,
    type: input.type,
    at: deps.clock(),
    sessionId: input.sessionId ?? null,
    ipArea: areaOf(input.ip ?? ''),
    detail: input.detail ?? {},
  });
}

/** Writes an entry after the reply, so that its time does not tell whether the account exists. */
export function auditLater(deps: Deps, input: AuditInput): void {
  deps.background.run('audit', () => deps.transact((tx) => audit(deps, tx, input)));
}
