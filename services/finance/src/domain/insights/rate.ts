/** An amount of minor units by an exact fraction, rounded half away from zero. */
export function inMinor(
  amount: bigint,
  { numerator, denominator }: { numerator: bigint; denominator: bigint },
): bigint {
  const size = amount < 0n ? -amount : amount;
  const rounded = (2n * size * numerator + denominator) / (2n * denominator);
  return amount < 0n ? -rounded : rounded;
}
