import { COLUMNS, DATE_ORDERS, DELIMITERS, FORMATS, knownEncoding } from '@florin/bank-files';
import { pageQuery, uuid } from '@florin/service-kit';
import { z } from 'zod';
import { RESTORE, ROW_STATES } from '../../../domain/imports/import.ts';

const MAX_COLUMNS = 500;
const MAX_PLACES = 10_000;

const format = z.enum([...FORMATS, RESTORE]).describe(`${RESTORE}: a full export, which names its wallets itself`);
const encoding = z
  .string()
  .max(40)
  .refine((name) => knownEncoding(name) !== undefined, 'must be an encoding such as utf-8 or windows-1252');

export const newImportQuery = z
  .strictObject({ walletId: uuid.optional(), format: format.optional(), encoding: encoding.optional() })
  .refine(({ walletId, format: asked }) => walletId !== undefined || asked === RESTORE, {
    path: ['walletId'],
    error: `is required, unless format is ${RESTORE}`,
  });

const mapping = z.strictObject({
  delimiter: z.enum(DELIMITERS).optional(),
  headerRecord: z.int().min(0).max(1_000).optional().describe('the record that names the columns, from 1; 0: none'),
  columns: z
    .partialRecord(z.enum(COLUMNS), z.int().min(0).max(MAX_COLUMNS).nullable())
    .optional()
    .describe('numbers of columns from 0, in the place of those found; null: the file has no such column'),
  dateOrder: z.enum(DATE_ORDERS).optional(),
  decimal: z.enum(['.', ',']).optional(),
  invert: z.boolean().optional().describe('money that went out stands without a minus'),
  debitSigned: z.boolean().optional().describe('the debit column has its minus already'),
});
const places = z.array(z.int().min(1).max(10_000_000)).max(MAX_PLACES);

export const importChangesBody = z.strictObject({
  format: format.optional(),
  encoding: encoding.optional(),
  mapping: mapping.optional(),
  account: z.string().max(500).nullable().optional().describe('whose rows are meant; null: those of all accounts'),
  leaveOut: places.optional().describe('numbers of rows'),
  takeAnyway: places.optional().describe('numbers of rows that look like duplicates and are none'),
});

export const importRowsQuery = z.strictObject({ ...pageQuery, status: z.enum(ROW_STATES).optional() });

export const newImportReply = z.object({
  id: z.uuid(),
  status: z.enum(['reading', 'ready', 'committing', 'committed', 'undoing', 'undone', 'failed']),
});
const count = z.int().min(0);
export const importReply = newImportReply.extend({
  walletId: z.uuid().nullable().describe('null for a full export, which goes to wallets of its own'),
  fileName: z.string(),
  format: z.string(),
  encoding: z.string(),
  counts: z.object({ rows: count, new: count, duplicates: count, skipped: count, problems: count }),
  sums: z.array(z.object({ currency: z.string(), amount: z.int() })).describe('of all rows, in minor units'),
  firstDate: z.iso.date().nullable(),
  lastDate: z.iso.date().nullable(),
  problems: z.array(z.object({ line: z.int(), column: z.int(), message: z.string() })).describe('the first 200'),
  warnings: z.array(z.object({ line: z.int(), message: z.string() })).describe('the first 100'),
  mapping: z.record(z.string(), z.unknown()).nullable().describe('of files with columns, as found and as asked for'),
  accounts: z.array(z.object({ account: z.string(), currency: z.string(), rows: count, amount: z.int() })),
  progress: z.number().min(0).max(1).describe('of what is under way'),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
});
export const importRowReply = z.object({
  number: z.int().describe('from 1, in the order of the file'),
  line: z.int(),
  status: z.enum(ROW_STATES),
  date: z.iso.date(),
  amount: z.int().describe('minor units, below 0 for money that went out'),
  currency: z.string(),
  description: z.string(),
  counterparty: z.string(),
  category: z.string(),
  splits: z
    .array(z.object({ amount: z.int(), category: z.string(), description: z.string() }))
    .describe('its parts, signed as it is'),
  account: z.string(),
  bankId: z.string(),
  duplicateOf: z.uuid().nullable().describe('the transaction that the wallet has already'),
  transactionId: z.uuid().nullable(),
});
