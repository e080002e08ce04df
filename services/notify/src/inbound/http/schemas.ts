import { z } from 'zod';
import { pageQuery, pageSchema } from '@florin/service-kit';
import { KIND_NAMES, WAYS } from '../../domain/kinds.ts';

export const notificationSchema = z.object({
  id: z.string(),
  kind: z.enum(KIND_NAMES),
  title: z.string(),
  body: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.int()])),
  read: z.boolean(),
  createdAt: z.iso.datetime(),
});

export const notificationsSchema = pageSchema(notificationSchema).extend({ unread: z.int() });
export const listQuery = z.strictObject({
  ...pageQuery,
  unread: z.enum(['true', 'false']).default('false'),
});
export const notificationParams = z.object({
  id: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9:-]{1,80}$/, 'must be an id of this list'),
});
export const readAllSchema = z.object({ read: z.int().describe('how many became read') });

const preferenceSchema = z.object({
  kind: z.enum(KIND_NAMES),
  channel: z.enum(WAYS),
  enabled: z.boolean(),
  locked: z.boolean().describe('concerns the safety of the account: can not be turned off'),
});
export const preferencesSchema = z.object({ data: z.array(preferenceSchema) });
export const preferencesBody = z.strictObject({
  preferences: z
    .array(z.strictObject({ kind: z.enum(KIND_NAMES), channel: z.enum(WAYS), enabled: z.boolean() }))
    .min(1)
    .max(60),
});

export const mailboxQuery = z.strictObject({
  to: z.string().max(4096).optional(),
  id: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export const mailboxSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      channel: z.enum(['email', 'sms', 'push']),
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      sentAt: z.iso.datetime(),
    }),
  ),
});
