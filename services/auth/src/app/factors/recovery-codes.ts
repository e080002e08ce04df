import { randomBytes } from 'node:crypto';
import type { Device } from '../../domain/session.ts';
import { audit } from '../audit/append-entry.ts';
import type { Deps } from '../index.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';

const COUNT = 10;
const FEW = 3;
const GROUPS = 4;
const GROUP = 6;
/** Crockford's base 32: no letter that reads as another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten new codes of 120 bits each in place of the old ones (ASVS 5 6.5.2: a plain hash is enough from 112). Shown once; only keyed hashes are kept. */
export async function newRecoveryCodes(deps: Deps, tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  await deps.factors.putRecoveryCodes(
    tx,
    userId,
    codes.map((code) => hashOf(deps, userId, code)),
  );
  return codes;
}

/** New codes when a person has none left, else nothing: codes on paper stay good. */
export async function ensureRecoveryCodes(deps: Deps, tx: Tx, userId: string): Promise<string[]> {
  const left = await deps.factors.recoveryCodesLeft(tx, userId);
  return left > 0 ? [] : newRecoveryCodes(deps, tx, userId);
}

/** Uses a code up; warns the person by mail when few are left. */
export async function takeRecoveryCode(
  deps: Deps,
  tx: Tx,
  { userId, code, device }: { userId: string; code: string; device: Device },
): Promise<boolean> {
  const hash = hashOf(deps, userId, code);
  if (!(await deps.factors.useRecoveryCode(tx, userId, hash, deps.clock()))) return false;
  const left = await deps.factors.recoveryCodesLeft(tx, userId);
  await audit(deps, tx, { userId, type: 'recovery-code-used', ip: device.ip, detail: { left } });
  if (left <= FEW) {
    const detail = `A recovery code was used; ${left} are left. Make new ones in time.`;
    await sendNotice(deps, tx, { userId, what: 'recovery-codes-low', detail });
  }
  return true;
}

function newCode(): string {
  const letters = Array.from(randomBytes(GROUPS * GROUP), (byte) => ALPHABET[byte % ALPHABET.length] ?? '0').join('');
  return Array.from({ length: GROUPS }, (_, n) => letters.slice(n * GROUP, (n + 1) * GROUP)).join('-');
}

function hashOf(deps: Deps, userId: string, code: string): Buffer {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return deps.secrets.hash('recovery-code', userId, plain);
}
