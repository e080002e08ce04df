const LONG_DECIMAL = /^(-?)(\d{1,15})\.(\d{11,19})$/;

/**
 * Takes away what binary fractions add to a decimal number: one that differs from a number of 4, 3 or 2 decimals by less than half of a
 * millionth of its last place is that number (`0.30000000000000004` is 0.30). How many decimals it may have is the service's to say.
 */
export function withoutFloatNoise(text: string): string {
  const [, sign = '', whole = '', fraction = ''] = LONG_DECIMAL.exec(text) ?? [];
  for (const decimals of fraction === '' ? [] : [4, 3, 2]) {
    const unit = 10n ** BigInt(fraction.length - decimals);
    const rest = BigInt(fraction) % unit;
    const up = rest * 2n > unit;
    if ((up ? unit - rest : rest) * 2_000_000n >= unit) continue;
    const one = 10n ** BigInt(decimals);
    const units = BigInt(whole) * one + BigInt(fraction) / unit + (up ? 1n : 0n);
    return `${sign}${units / one}.${String(units % one).padStart(decimals, '0')}`;
  }
  return text;
}
