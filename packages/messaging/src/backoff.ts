/** Wait after the n-th failure (n from 1): doubles from `firstMs` up to `mostMs`, less up to a quarter at random. */
export function exponential({ firstMs, mostMs }: { firstMs: number; mostMs: number }): (attempt: number) => number {
  return (attempt) => {
    const full = Math.min(mostMs, firstMs * 2 ** Math.min(attempt - 1, 30));
    return Math.round(full * (1 - Math.random() / 4));
  };
}
