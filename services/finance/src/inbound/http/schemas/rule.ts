import { isDay } from '@florin/calendar';
import { MAX_JSON_AMOUNT } from '@florin/money';
import { longText, text as textOf, uuid } from '@florin/service-kit';
import { z } from 'zod';
import { TEXT_TESTS } from '../../../domain/rules/rule.ts';
import { plainText } from '../../../domain/text.ts';
import { TRANSACTION_TYPES } from '../../../domain/transaction.ts';
import { tags } from '../schemas.ts';

const text = (max: number) => textOf(1, max).transform(plainText);
const minor = z.int().min(0).max(Number(MAX_JSON_AMOUNT)).describe('minor units, included');
const day = z.string().refine(isDay, 'must be a day such as 2026-11-21').meta({ format: 'date' });

const condition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('text'), is: z.enum(TEXT_TESTS), value: text(100) }),
  z.strictObject({ field: z.literal('amount'), min: minor.optional(), max: minor.optional() }),
  z.strictObject({ field: z.literal('counterparty'), userId: uuid }),
  z.strictObject({ field: z.literal('wallet'), walletId: uuid }),
  z.strictObject({ field: z.literal('type'), value: z.enum(TRANSACTION_TYPES) }),
]);
const actions = z.strictObject({
  categoryId: uuid.optional().describe('given to rows of its type that are not split'),
  addTags: tags.optional(),
  description: longText(0, 500).transform(plainText).optional(),
});
const filing = {
  match: z.enum(['all', 'any']).default('all'),
  conditions: z.array(condition).min(1).max(20),
  actions,
};

export const newRuleBody = z.strictObject({ name: text(60), ...filing, enabled: z.boolean().default(true) });
export const ruleChangesBody = z.strictObject({
  name: text(60).optional(),
  match: z.enum(['all', 'any']).optional(),
  conditions: filing.conditions.optional(),
  actions: actions.optional(),
  enabled: z.boolean().optional(),
});
export const rulesFilter = z.strictObject({
  enabled: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
});
const over = {
  ruleIds: z.array(uuid).min(1).max(200).optional().describe('default: all that are enabled'),
  from: day.optional(),
  to: day.optional(),
};
export const previewBody = z.strictObject({
  ...over,
  rule: z.strictObject(filing).optional().describe('one that is not saved, in the place of saved ones'),
  limit: z.int().min(1).max(100).default(50),
});
export const applyBody = z.strictObject(over);
export const undoBody = z.strictObject({ id: uuid.describe('of what apply answered') });

const actionsReply = z.object({
  categoryId: z.uuid().optional(),
  addTags: z.array(z.string()).optional(),
  description: z.string().optional(),
});
export const ruleReply = z.object({
  id: z.uuid(),
  name: z.string(),
  order: z.int(),
  match: z.enum(['all', 'any']),
  conditions: z.array(z.looseObject({ field: z.string() })),
  actions: actionsReply,
  enabled: z.boolean(),
  createdAt: z.iso.datetime(),
});
export const previewReply = z.object({
  checked: z.int().describe('rows that were looked at'),
  complete: z.boolean().describe('false: only the newest 200,000 were'),
  matched: z.int(),
  wouldChange: z.int(),
  data: z.array(
    z.object({
      id: z.uuid(),
      date: z.iso.date(),
      type: z.enum(TRANSACTION_TYPES),
      amount: z.int(),
      currency: z.string(),
      description: z.string(),
      categoryId: z.uuid().nullable(),
      tags: z.array(z.string()),
      changes: actionsReply,
    }),
  ),
});
export const appliedReply = z.object({
  id: z.uuid().describe('to take the change back by'),
  undoUntil: z.iso.datetime(),
  changed: z.int(),
  refused: z.array(z.object({ id: z.uuid(), code: z.string() })),
  complete: z.boolean().describe('false: there are more rows; ask again'),
});
export const undoneReply = z.object({
  restored: z.int(),
  refused: z.array(z.object({ id: z.uuid(), code: z.string() })),
});
