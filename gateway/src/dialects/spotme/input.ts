import { isFlorinError } from '@florin/errors';
import { parseMajor } from '@florin/money';
import { withoutFloatNoise } from '../amounts.ts';

/** An amount that can be moved, in minor units, or why there is none. */
type ReadAmount = { minor: bigint } | { fault: string };

const LONGEST_SHOWN = 100;

/** Reads an amount of major units as a client sent it: more than 0, with no more decimals than the currency has. */
export function readAmount(sent: unknown, currency: string): ReadAmount {
  if (!isNumeric(sent)) return { fault: 'The amount must be a number' };
  try {
    const minor = parseMajor(withoutFloatNoise(String(sent)), currency);
    return minor > 0n ? { minor } : { fault: 'The amount must be more than 0' };
  } catch (error) {
    if (isFlorinError(error)) return { fault: error.message };
    throw error;
  }
}

export function isNumeric(sent: unknown): sent is string | number {
  if (typeof sent === 'number') return true;
  return typeof sent === 'string' && sent.trim() !== '' && Number.isFinite(Number(sent));
}

/** The published words for an amount that is no number. */
export function castFault(sent: unknown): string {
  const shown = typeof sent === 'string' ? sent : sent === undefined ? 'undefined' : JSON.stringify(sent);
  return `Cast to number failed for value "${shown.slice(0, LONGEST_SHOWN).toWellFormed()}" at path "balance"`;
}
