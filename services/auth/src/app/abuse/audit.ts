import { areaOf } from '../../domain/ip.ts';
import type { App, Unit } from '../ports.ts';

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
export async function audit(app: App, { trx }: Pick<Unit, 'trx'>, input: AuditInput): Promise<void> {
  await app.stores.audit.append(trx, app.secrets.auditKey, {
    userId: input.userId,
    type: input.type,
    at: app.clock(),
    sessionId: input.sessionId ?? null,
    ipArea: areaOf(input.ip ?? ''),
    detail: input.detail ?? {},
  });
}

/** Writes an entry after the reply, so that its time does not tell whether the account exists. */
export function auditLater(app: App, input: AuditInput): void {
  app.background.run('audit', () => app.unit((unit) => audit(app, unit, input)));
}
