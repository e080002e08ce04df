import { isDay, PERIOD_KINDS, type Day } from '@florin/calendar';
import { isCurrency, MAX_JSON_AMOUNT } from '@florin/money';
import { longText, text } from '@florin/service-kit';
import { z } from 'zod';
import { ROLLOVERS } from '../../domain/budgets/budget.ts';
import { CATEGORY_TYPES } from '../../domain/category.ts';
import { MAX_SPLITS } from '../../domain/filing/split.ts';
import { MAX_TAGS_OF_ROW } from '../../domain/filing/tag.ts';
import { FREQUENCIES } from '../../domain/recurring/recurring.ts';
import { TEXT_TESTS } from '../../domain/rules/rule.ts';
import { TRANSACTION_TYPES } from '../../domain/transaction.ts';

/** The version of what is written; an older program does not read a newer file. */
export const EXPORT_VERSION = 1;
/** stands first in the file, which is known by it */
export const MANIFEST = 'florin.json';
export const ATTACHMENTS = 'attachments/';

const MOST = Number(MAX_JSON_AMOUNT);
const id = z.uuid();
const any = z.int().min(-MOST).max(MOST).transform(BigInt);
const positive = z.int().min(1).max(MOST).transform(BigInt);
const notBelow0 = z.int().min(0).max(MOST).transform(BigInt);
const currency = z.string().refine(isCurrency, 'must be a currency');
const day = z.string().refine(isDay, 'must be a day') as z.ZodType<Day>;
const instant = z.iso.datetime().transform((value) => new Date(value));
const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .nullable();
const order = z.int().min(0).max(1_000_000);
const icon = text(1, 40);
const description = longText(0, 500);
const type = z.enum(CATEGORY_TYPES);
const direction = z.enum(['in', 'out']);
const tags = z.array(text(1, 50)).max(MAX_TAGS_OF_ROW);
const timeZone = text(1, 100);

const manifest = z.object({ format: z.literal('florin'), version: z.int(), createdAt: instant, currency });

const wallet = z.object({
  ...{ id, name: text(1, 60), type: text(1, 40), icon, colour, order, currency, description },
  creditLimit: notBelow0.nullable(),
  /** the ledger opened its account: what it holds is money, and no restore makes any */
  ledgerOwned: z.boolean(),
  /** holds the money of a goal */
  goalId: id.nullable(),
  archived: z.boolean(),
});

const category = z.object({
  ...{ id, name: text(1, 60), type, icon, colour, parentId: id.nullable(), order },
  ...{ slug: z.string().max(60).nullable(), archived: z.boolean(), mergedInto: id.nullable() },
});

const tag = z.object({ id, name: text(1, 50) });

const amountEdge = z.int().min(0).max(MOST).optional();
const condition = z.discriminatedUnion('field', [
  z.object({ field: z.literal('text'), is: z.enum(TEXT_TESTS), value: text(1, 100) }),
  z.object({ field: z.literal('amount'), min: amountEdge, max: amountEdge }),
  z.object({ field: z.literal('counterparty'), userId: id }),
  z.object({ field: z.literal('wallet'), walletId: id }),
  z.object({ field: z.literal('type'), value: z.enum(TRANSACTION_TYPES) }),
]);
const rule = z.object({
  ...{ id, name: text(1, 60), order, match: z.enum(['all', 'any']), enabled: z.boolean() },
  conditions: z.array(condition).min(1).max(20),
  actions: z.object({ categoryId: id.optional(), addTags: tags.optional(), description: description.optional() }),
});

const number = z.int().min(0).max(10_000_000);
const recurring = z.object({
  ...{ id, type: z.enum([...CATEGORY_TYPES, 'transfer']), direction, walletId: id, toWalletId: id.nullable() },
  ...{ categoryId: id.nullable(), amount: positive, currency, description, frequency: z.enum(FREQUENCIES) },
  ...{ every: z.int().min(1).max(1_000), startDate: day, firstNumber: number, lastDayOfMonth: z.boolean() },
  ...{ weekendRule: z.enum(['stay', 'before', 'after']), time: z.string().regex(/^\d\d:\d\d$/), timeZone },
  ...{ endDate: day.nullable(), count: number.nullable(), nextNumber: number },
  ...{ status: z.enum(['active', 'paused', 'done']) },
  pausedReason: z.enum(['asked', 'wallet-deleted', 'category-deleted', 'account-closed']).nullable(),
});

const budget = z.object({
  ...{
    id,
    name: text(0, 60),
    categoryIds: z.array(id).max(500),
    tagIds: z.array(id).max(500).default([]),
    type,
    amount: positive,
    currency,
  },
  pastAmounts: z.array(z.object({ before: day, amount: notBelow0 })).max(200),
  ...{ period: z.enum(['once', ...PERIOD_KINDS]), startsOn: day, endsOn: day.nullable() },
  ...{ rollover: z.enum(ROLLOVERS), rolloverCap: notBelow0.nullable() },
  thresholds: z.array(z.int().min(1).max(1_000)).max(20),
  ...{ description, alertedPercent: z.int().min(0).max(1_000), alertedPeriod: day.nullable() },
});

const goal = z.object({
  ...{ id, walletId: id, sourceWalletId: id, name: text(1, 60), description, target: positive, currency },
  ...{ targetDate: day.nullable(), status: z.enum(['open', 'closing', 'closed']) },
});

const transaction = z.object({
  ...{ id, walletId: id, categoryId: id.nullable(), type: z.enum(TRANSACTION_TYPES), direction },
  ...{ amount: positive, currency, description, note: longText(0, 2_000), tags },
  splits: z.array(z.object({ categoryId: id, amount: any, description, tags: tags.default([]) })).max(MAX_SPLITS),
  ...{ date: day, occurredAt: instant, timeZone: timeZone.nullable() },
  /** the same in both rows of a transfer between own wallets */
  transfer: id.nullable(),
  rate: z
    .string()
    .regex(/^\d{1,40}(\.\d{1,20})?$/)
    .nullable(),
});

const attachment = z.object({
  ...{ id, transactionId: id, name: text(1, 200), type: z.string().max(100) },
  bytes: z.int().min(1).max(MOST),
});

/** What the owner said about the columns of a source's files. */
const mapping = z.object({ source: z.string().min(1).max(200), mapping: z.record(z.string(), z.unknown()) });

/** A record of each kind, as it stands in a line of the kind's file. */
export const RECORDS = {
  ...{ wallets: wallet, categories: category, tags: tag, transactions: transaction, attachments: attachment },
  ...{ rules: rule, recurring, budgets: budget, goals: goal, mappings: mapping },
};
export type RecordKind = keyof typeof RECORDS;
export type RecordOf<Kind extends RecordKind> = z.output<(typeof RECORDS)[Kind]>;

/** The fields of a record as one line of JSON: amounts in minor units, times as ISO 8601. */
export function lineOf<Kind extends RecordKind>(kind: Kind, value: RecordOf<Kind>): string {
  const fields = Object.keys(RECORDS[kind].shape).map((name) => [name, value[name as keyof typeof value]]);
  return `${toText(Object.fromEntries(fields))}\n`;
}

export function manifestText(from: { createdAt: Date; currency: string }): string {
  return `${toText({ format: 'florin', version: EXPORT_VERSION, ...from })}\n`;
}

const toText = (value: unknown) =>
  JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? Number(each) : each));

/** What a line holds, or what is wrong with it. */
export function readLine<Kind extends RecordKind>(
  kind: Kind,
  line: string,
): { record: RecordOf<Kind> } | { fault: string } {
  return read(RECORDS[kind] as unknown as z.ZodType<RecordOf<Kind>>, line);
}

export const readManifest = (content: string) => read(manifest, content);

function read<T>(schema: z.ZodType<T>, content: string): { record: T } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { fault: 'is no JSON' };
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return { record: data };
  const [first] = error.issues;
  return { fault: `${first?.path.join('.') || 'record'}: ${first?.message ?? 'is wrong'}` };
}
