import { z } from 'zod';

/**
 * A page's number, or how many rows it holds, as a query string says it: missing and empty are `fallback`, and what is more
 * than `most` counts as that, for no list goes on so far.
 */
export function pageCount(fallback: number, most: number) {
  return z
    .string('must be given once')
    .optional()
    .refine((value) => value === undefined || /^\d*$/.test(value), 'must be a whole number from 1')
    .transform((value) => (value === undefined || value === '' ? fallback : Math.min(Number(value), most)))
    .refine((value) => value >= 1, 'must be a whole number from 1');
}
