import { invalidField } from '@florin/errors';
import { splitByWeights, splitEqually } from '@florin/money';

/** How a bill is divided: everybody the same, each a given amount, hundredths of a per cent, or so many shares. */
export type SplitMethod = 'equal' | 'amount' | 'percent' | 'shares';

const WHOLE = 10_000n;

/**
 * The parts of `total` minor units, one for each of `values`, in their order; they always sum to `total`. By `equal`,
 * `percent` and `shares` each gets its floor and what remains goes one unit each to the largest remainders (Hamilton's
 * method). Values are amounts in minor units, hundredths of a per cent, or shares. Throws INVALID_ARGUMENT that says by
 * how much amounts or per cents miss the bill.
 */
export function sharesOf(total: bigint, method: SplitMethod, values: readonly bigint[]): bigint[] {
  if (method === 'equal') return splitEqually(total, values.length);
  const sum = values.reduce((acc, value) => acc + value, 0n);
  if (method === 'amount') {
    if (sum !== total)
      throw invalidField('participants', `amounts sum to ${sum}, ${off(sum - total)} the bill of ${total}`);
    return [...values];
  }
  if (method === 'percent' && sum !== WHOLE) {
    throw invalidField('participants', `per cents sum to ${percent(sum)}, ${off(sum - WHOLE, percent)} 100`);
  }
  return splitByWeights(total, values);
}

function off(difference: bigint, show: (value: bigint) => string = String): string {
  return difference > 0n ? `${show(difference)} more than` : `${show(-difference)} less than`;
}

function percent(hundredths: bigint): string {
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}
