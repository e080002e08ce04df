import { invalidField } from '@florin/errors';

/**
 * Splits `total` minor units by integer weights. The shares always sum to `total`: each gets its floor, and what remains
 * goes one unit each to the largest remainders, earlier shares first (Hamilton's method).
 * Throws INVALID_ARGUMENT for no weights, a negative weight or weights that sum to zero.
 */
export function splitByWeights(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((acc, weight) => acc + weight, 0n);
  if (total < 0n) throw invalidField('amount', 'must not be negative');
  if (weights.length === 0 || sum <= 0n || weights.some((weight) => weight < 0n)) {
    throw invalidField('shares', 'must be one or more weights, none negative, not all zero');
  }
  const shares = weights.map((weight) => (total * weight) / sum);
  let left = total - shares.reduce((acc, share) => acc + share, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares;
}

/** Splits `total` minor units into `count` equal shares that sum to `total`; the first ones carry the remainder. */
export function splitEqually(total: bigint, count: number): bigint[] {
  return splitByWeights(
    total,
    Array.from({ length: count }, () => 1n),
  );
}
