/**
 * A uuid v7 (RFC 9562, method 3: microseconds in rand_a) for the `index`-th transfer of a batch posted at `micros`.
 * Ids of one batch share the random `tail` and rise with `index`; ids of later microseconds are greater.
 */
export function transferId(micros: bigint, index: number, tail: string): string {
  return idsOf(micros, tail)(index);
}

/** The ids of one batch by index. */
export function idsOf(micros: bigint, tail: string): (index: number) => string {
  const ms = (micros / 1000n).toString(16).padStart(12, '0');
  const sub = (micros % 1000n).toString(16).padStart(3, '0');
  const head = `${ms.slice(0, 8)}-${ms.slice(8)}-7${sub}`;
  return (index) => `${head}-${(0x8000 | (index & 0x3fff)).toString(16)}-${tail}`;
}

/** Microseconds since 1970 of an id made by `transferId`. */
export function microsOf(id: string): bigint {
  const ms = BigInt(`0x${id.slice(0, 8)}${id.slice(9, 13)}`);
  return ms * 1000n + BigInt(`0x${id.slice(15, 18)}`);
}

/** 48 bits of milliseconds */
const MAX_MS = 2 ** 48 - 1;

/** Least possible id of a transfer posted at or after the instant; an id knows no time before 1970 or after 10889. */
export function lowestIdAt(instant: Date): string {
  const ms = Math.min(Math.max(0, instant.getTime()), MAX_MS);
  return transferId(BigInt(ms) * 1000n, 0, '000000000000').replace(/-8000-/, '-0000-');
}

export const HIGHEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
