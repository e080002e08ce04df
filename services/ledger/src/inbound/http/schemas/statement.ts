import { z } from 'zod';
import { instant, uuid } from '@florin/service-kit';

export const statementQuery = z.strictObject({
  from: instant,
  to: instant,
  format: z.enum(['csv', 'pdf']).optional(),
  /** begins the CSV with a byte order mark, by which some spreadsheets know that it is UTF-8 */
  bom: z.enum(['true', 'false']).optional(),
});

/** in major units, as the statement prints it */
const printedAmount = z.string().regex(/^-?\d{1,16}(\.\d{1,4})?$/, 'must be an amount as printed, e.g. 12.50');

export const statementCheckQuery = z.strictObject({
  number: z.string().max(60),
  account: uuid,
  from: instant,
  to: instant,
  opening: printedAmount,
  closing: printedAmount,
});

/** What a number says of a statement; nothing but `valid` for one that is wrong. */
export const statementCheckSchema = z.object({
  valid: z.boolean(),
  currency: z.string().optional(),
  lines: z.int().optional(),
  owner: z.object({ name: z.string(), username: z.string() }).nullable().optional(),
});
