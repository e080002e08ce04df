import { randomBytes } from 'node:crypto';
import type { Device } from '../../domain/session.ts';
import { audit } from '../abuse/audit.ts';
import { notice } from '../abuse/notice.ts';
import type { App, Unit } from '../ports.ts';

const COUNT = 10;
const FEW = 3;
const GROUPS = 4;
const GROUP = 6;
/** Crockford's base 32: no letter that reads as another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten new codes of 120 bits each in place of the old ones (ASVS 5 6.5.2: a plain hash is enough from 112). Shown once; only keyed hashes are kept. */
export async function newRecoveryCodes(app: App, unit: Unit, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  await app.stores.factors.putRecoveryCodes(
    unit.trx,
    userId,
    codes.map((code) => hashOf(app, userId, code)),
  );
  return codes;
}

/** New codes when a person has none left, else nothing: codes on paper stay good. */
export async function ensureRecoveryCodes(app: App, unit: Unit, userId: string): Promise<string[]> {
  const left = await app.stores.factors.recoveryCodesLeft(unit.trx, userId);
  return left > 0 ? [] : newRecoveryCodes(app, unit, userId);
}

/** Uses a code up; warns the person by mail when few are left. */
export async function takeRecoveryCode(
  app: App,
  { userId, code, device }: { userId: string; code: string; device: Device },
): Promise<boolean> {
  return app.unit(async (unit) => {
    const hash = hashOf(app, userId, code);
    if (!(await app.stores.factors.useRecoveryCode(unit.trx, userId, hash, app.clock()))) return false;
    const left = await app.stores.factors.recoveryCodesLeft(unit.trx, userId);
    await audit(app, unit, { userId, type: 'recovery-code-used', ip: device.ip, detail: { left } });
    if (left <= FEW) {
      const detail = `A recovery code was used; ${left} are left. Make new ones in time.`;
      await notice(app, unit, { userId, what: 'recovery-codes-low', detail });
    }
    return true;
  });
}

function newCode(): string {
  const letters = Array.from(randomBytes(GROUPS * GROUP), (byte) => ALPHABET[byte % ALPHABET.length] ?? '0').join('');
  return Array.from({ length: GROUPS }, (_, n) => letters.slice(n * GROUP, (n + 1) * GROUP)).join('-');
}

function hashOf(app: App, userId: string, code: string): Buffer {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return app.secrets.hash('recovery-code', userId, plain);
}
