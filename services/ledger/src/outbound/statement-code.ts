import { createHmac } from 'node:crypto';
import { deriveKey } from '@florin/service-kit';

/** Crockford's base 32: no letters that look like digits */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Signs what a statement says with a key derived from the shared secret: 100 bits in four groups of five characters. */
export function createStatementCode(secret: string) {
  const key = deriveKey(secret, 'statement');
  return (facts: string): string => {
    const digest = createHmac('sha256', key).update(facts).digest();
    const digits = Array.from(digest.subarray(0, 20), (byte) => DIGITS[byte % 32]).join('');
    return (digits.match(/.{5}/g) ?? []).join('-');
  };
}
