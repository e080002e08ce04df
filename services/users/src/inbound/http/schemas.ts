import { WEEKEND_RULES, isDay } from '@florin/calendar';
import { z } from 'zod';
import { pageQuery, pageSchema, text, uuid } from '@florin/service-kit';
import type { Target } from '../../app/friends/find-target.ts';
import { REQUESTS_FROM, canonicalLocale, isPlace } from '../../domain/profile.ts';

const day = z.string().refine(isDay, 'must be a day such as 2026-11-21').meta({ format: 'date' });
const MAX_OWN_STARTS = 120;

const preferencesSchema = z.object({
  firstDayOfWeek: z.number().int().min(1).max(7),
  firstDayOfTheMonth: z.number().int().min(1).max(31).describe('a shorter month begins on its last day'),
  monthStartOnWeekend: z
    .enum(WEEKEND_RULES)
    .describe(
      'for pay-days: a month whose first day is a Saturday or Sunday begins then, on the Friday before, or on Monday',
    ),
  firstMonthOfTheYear: z.number().int().min(1).max(12),
  fortnightFrom: day.nullable().describe('a day on which one of the two-week periods begins; null: every other week'),
  ownPeriodStarts: z
    .array(day)
    .max(MAX_OWN_STARTS)
    .refine((days) => days.every((each, index) => index === 0 || each > (days[index - 1] ?? '')), 'must be in order')
    .describe('days on which own periods begin; before the first and from the last on they are months'),
  paymentRequestsFrom: z.enum(REQUESTS_FROM).describe('whose payment requests you take'),
  friendRequestsFrom: z.enum(REQUESTS_FROM).describe('whose friend requests you take; `friends`: nobody new'),
});

const detailsSchema = z
  .object({
    givenName: text(0, 60).describe('the part of the name that comes first, where it is more than the first word'),
    gender: text(0, 30),
    title: text(0, 30),
    phone: z
      .string()
      .regex(/^(\+[1-9]\d{6,14})?$/, 'must be an international number such as +971501234567')
      .describe('a number to call; one to sign in by is proven at /v1/auth/mobile/change'),
  })
  .describe('for your own use: nobody else sees it. An empty text is nothing told');

export const meSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  username: z.string().nullable(),
  email: z.string().nullable(),
  timeZone: z.string().nullable(),
  locale: z.string().nullable(),
  preferences: preferencesSchema,
  details: detailsSchema,
  roles: z.array(z.enum(['user', 'support', 'admin'])),
  hasPicture: z.boolean(),
  createdAt: z.iso.datetime(),
});

export const changeMeBody = z
  .strictObject({
    name: text(1, 120).optional(),
    timeZone: z.string().max(60).refine(isPlace, 'must be an IANA time zone such as Europe/Berlin').optional(),
    locale: z
      .string()
      .max(20)
      .refine((tag) => canonicalLocale(tag) !== undefined, 'must be a BCP 47 language tag such as en-US')
      .transform((tag) => canonicalLocale(tag) ?? tag)
      .optional(),
    preferences: z
      .strictObject(preferencesSchema.shape)
      .partial()
      .refine((value) => Object.keys(value).length > 0, 'must hold at least one field')
      .optional(),
    details: z.strictObject(detailsSchema.shape).partial().optional(),
  })
  .refine((value) => Object.keys(value).length > 0, 'must hold at least one field to change');

export const basicPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  username: z.string().nullable(),
  hasPicture: z.boolean(),
});

export const personSchema = basicPerson.extend({
  relation: z.enum(['none', 'requested', 'asked', 'friends', 'self']),
});

export const friendRequestSchema = z.object({
  id: z.uuid(),
  fromUserId: z.uuid(),
  toUserId: z.uuid(),
  status: z.enum(['pending', 'accepted', 'declined', 'cancelled']),
  createdAt: z.iso.datetime(),
});

export const friendRequestsSchema = pageSchema(
  friendRequestSchema.extend({ person: basicPerson.describe('the other person') }),
);
export const friendsSchema = pageSchema(personSchema);
export const blocksSchema = pageSchema(basicPerson);
export const searchSchema = z.object({ data: z.array(personSchema) });

const username = text(1, 30);

export const personNameBody = z
  .strictObject({
    userId: uuid.optional(),
    username: username.optional(),
    email: z.email().max(320).optional(),
  })
  .refine((value) => Object.keys(value).length === 1, {
    error: 'must hold exactly one of userId, username and email',
  })
  .transform(({ userId, username: name, email }): Target =>
    userId !== undefined ? { userId } : name !== undefined ? { username: name } : { email: email ?? '' },
  );

export const idParams = z.object({ id: uuid });
export const userIdParams = z.object({ userId: uuid });
export const listQuery = z.strictObject(pageQuery);
export const requestsQuery = z.strictObject({
  ...pageQuery,
  direction: z.enum(['incoming', 'outgoing']).default('incoming'),
});
export const searchQuery = z.strictObject({
  query: text(1, 100),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
const MAX_IDS = 100;
export const peopleQuery = z
  .strictObject({
    ...searchQuery.shape,
    query: searchQuery.shape.query.optional(),
    ids: z
      .string()
      .max(4_000)
      .transform((list) => list.split(','))
      .pipe(z.array(uuid).max(MAX_IDS, `must hold at most ${MAX_IDS} ids`))
      .optional()
      .describe('ids with commas between them'),
  })
  .refine(({ query, ids }) => (query === undefined) !== (ids === undefined), {
    path: ['query'],
    error: 'either query or ids is required',
  });

export const pictureBody = z.strictObject({
  image: z.base64('must be a base64 image').min(1).describe('base64 of the image, without a data: prefix'),
});
export const pictureSchema = z.object({ contentType: z.string(), bytes: z.int(), url: z.string() });

const instant = z.iso.datetime();

export const barcodeQuery = z.strictObject({ format: z.enum(['png', 'svg']).default('png') });
export const cardSchema = z.object({
  number: z.string().nullable(),
  lastCheckIn: instant.nullable(),
  lastSpin: instant.nullable(),
  lastSpinReward: z.int().nullable(),
  nextSpin: instant.nullable().describe('null: a spin is possible now'),
});
export const checkInSchema = z.object({ points: z.int(), lapsesAt: instant, lastCheckIn: instant });
export const spinSchema = z.object({ reward: z.int(), lastSpin: instant, nextSpin: instant.nullable() });
