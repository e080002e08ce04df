import { z } from 'zod';
import { withoutFloatNoise } from '../amounts.ts';
import { MONTHS, WEEKDAYS, writtenDay } from './input.ts';

const written = z.string('must be text');

/** Text that may be missing, null or empty, all of which are ''. */
export const text = written.nullish().transform((value) => value?.trim() ?? '');
/** A day or a time; the text form of a JavaScript date is the day it writes. */
const when = text.transform(writtenDay);
/** A password or code is taken as it was typed; a code may come as a number. */
export const secret = written.nullish().transform((value) => value ?? '');
export const code = z
  .union([z.string(), z.int()], 'must be text')
  .nullish()
  .transform((value) => (value == null ? '' : String(value).trim()));

/** Text of a change: missing and null leave the field as it is. */
export const change = written.nullish().transform((value) => value ?? undefined);

const changedWhen = change.transform((value) => (value === undefined ? undefined : writtenDay(value)));

/** Major units, as the service takes them; undefined when missing. */
export const amount = z
  .union([z.string(), z.number()], 'must be a number')
  .nullish()
  .transform((value) => (value == null || value === '' ? undefined : { major: withoutFloatNoise(String(value)) }));

export const idParams = z.object({ id: z.string() });

const credentials = { email: text, password: secret };
export const registerBody = z.object({ ...credentials, name: text });
export const loginBody = z.object(credentials);
export const emailBody = z.object({ email: text });
export const verifyBody = z.object({ email: text, code });
export const resetBody = z.object({ ...credentials, code });
export const changePasswordBody = z.object({ oldPassword: secret, password: secret, newPassword: secret });

export const walletBody = z.object({
  type: text,
  name: text,
  balance: amount,
  currency: text,
  description: text,
  creditLimit: amount,
});
export const walletChanges = z.object({
  type: change,
  name: change,
  balance: amount,
  currency: change,
  description: change,
});

export const transactionBody = z.object({
  walletId: text,
  categoryId: text,
  amount,
  type: text,
  description: text,
  transactionDate: when,
});
export const transactionChanges = z.object({ amount, description: change, transactionDate: changedWhen });
export const transferBody = z.object({
  originWalletId: text,
  destinationWalletId: text,
  amount,
  transactionDate: when,
});
export const walletSummaryParams = z.object({ walletId: z.string() });
export const walletSummaryQuery = z.object({ period: text });
export const summaryQuery = z.object({ start: when, end: when });

export const categoryBody = z.object({ name: text, type: text, icon: text });
export const categoryChanges = z.object({ name: change, type: change, icon: change });

export const budgetBody = z.object({
  amount,
  periodStart: when,
  periodEnd: when,
  categoryId: text,
  description: text,
});
export const budgetChanges = z.object({
  amount,
  periodStart: changedWhen,
  periodEnd: changedWhen,
  categoryId: change,
  description: change,
});

/** A number from 1, or a name of the list; also the 0 by which JavaScript knows Sunday. */
function numberOrName(names: readonly string[]) {
  return z
    .union([z.int(), z.string()], 'must be a number or a name')
    .nullish()
    .transform((value, context) => {
      if (value == null) return undefined;
      const typed = String(value).trim().toLowerCase();
      const named = names.findIndex(
        (name) => name.toLowerCase() === typed || (typed.length === 3 && name.toLowerCase().startsWith(typed)),
      );
      if (named >= 0) return named + 1;
      if (typed === '0' && names === WEEKDAYS) return 7;
      if (/^\d{1,3}$/.test(typed)) return Number(typed);
      context.addIssue('must be a number or a name');
      return z.NEVER;
    });
}

export const profileChanges = z.object({
  name: change,
  firstDayOfWeek: numberOrName(WEEKDAYS),
  firstDayOfTheMonth: numberOrName([]),
  firstMonthOfTheYear: numberOrName(MONTHS),
});
