import type { Pick } from './engine.ts';

const random = (below: number): number => Math.floor(Math.random() * below);

/** Both sides anywhere. */
export function uniform(ids: readonly string[]): Pick {
  return () => distinct(ids, random(ids.length), random(ids.length));
}

/** Both sides by Zipf's law with exponent 1: the n-th account is picked with weight 1/n. */
export function zipf(ids: readonly string[]): Pick {
  const sums = new Float64Array(ids.length);
  let sum = 0;
  for (let n = 0; n < ids.length; n += 1) sums[n] = sum += 1 / (n + 1);
  const draw = () => {
    const at = Math.random() * sum;
    let [low, high] = [0, ids.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return () => distinct(ids, draw(), draw());
}

/** Everybody pays one account. */
export function hot(ids: readonly string[]): Pick {
  return () => distinct(ids, 1 + random(ids.length - 1), 0);
}

function distinct(ids: readonly string[], a: number, b: number): [string, string] {
  return [ids[a] as string, ids[a === b ? (b + 1) % ids.length : b] as string];
}
