import type { Device } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';
import { audit } from '../audit/append-entry.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';
import type { Deps } from '../index.ts';

/** What people who choose it must be told (ASVS 5 6.6.1). */
const SMS_RISK =
  ' Whoever takes over your mobile number can read text messages; an authenticator deps or a passkey is safer.';

export interface FactorChange {
  user: User;
  factor: string;
  added: boolean;
  device: Device;
  sessionId?: string | undefined;
}

/** Audit entry and notice of a factor that came or went. */
export async function tellFactor(deps: Deps, tx: Tx, change: FactorChange): Promise<void> {
  const { user, factor, added, device, sessionId } = change;
  const what = added ? 'factor-added' : 'factor-removed';
  await audit(deps, tx, { userId: user.id, type: what, ip: device.ip, sessionId, detail: { factor } });
  const risk = added && factor === 'otp-sms' ? SMS_RISK : '';
  const detail = `Second factor ${factor} was turned ${added ? 'on' : 'off'}.${risk}`;
  await sendNotice(deps, tx, { userId: user.id, what, detail });
}
