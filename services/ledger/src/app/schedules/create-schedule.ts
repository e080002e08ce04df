import { invalidField } from '@florin/errors';
import { keyOf } from '../../domain/posting/idempotency.ts';
import { requireStart, type Frequency, type Schedule } from '../../domain/schedule.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { laterRecipient, requireTakesPart } from '../transfers/later-recipient.ts';
import type { SendTransfer } from '../transfers/ports.ts';

export interface NewSchedule extends SendTransfer {
  frequency: Frequency;
  startsAt: Date;
  /** IANA name; by default the zone of the caller's profile */
  timeZone: string | undefined;
  /** how often a failed occurrence is tried again, 0 to 5; by default 0 */
  retries: number | undefined;
  endsAt: Date | undefined;
}

/**
 * Plans transfers from the caller's main account. Neither side needs to have an account of the currency yet, nor the caller
 * the money. Throws NOT_FOUND naming `to`, INVALID_ARGUMENT, ACCOUNT_FROZEN or CONFLICT for an account that is frozen or
 * closed, UNAVAILABLE when the zone has to be asked for and can't be.
 */
export async function createSchedule(deps: Deps, plan: NewSchedule): Promise<Once<Schedule>> {
  const { directory, transact, schedules } = deps;
  const { callerId, amount, currency, note, visibility, frequency, startsAt, endsAt, retries = 0 } = plan;
  const key = keyOf(callerId, plan.key, ['schedule', { ...plan, key: undefined }]);
  const first = await transact.replay<Schedule>(key);
  if (first) return first;
  const from = await directory.find(callerId, currency);
  if (from) await requireTakesPart(deps, from.id, { pays: true });
  const to = await laterRecipient(deps, { payerId: callerId, to: plan.to, currency });
  if (to.userId === callerId) throw invalidField('to', 'must be somebody else');
  if (endsAt && endsAt < startsAt) throw invalidField('endsAt', 'must not be before startsAt');
  const timeZone = plan.timeZone ?? (await deps.zones.timeZoneOf(callerId));
  return transact.once(key, async (tx) => {
    requireStart(startsAt, tx.now);
    const schedule: Schedule = {
      id: deps.newId(),
      ownerId: callerId,
      fromAccountId: from?.id ?? null,
      toAccountId: to.accountId,
      toUserId: to.userId,
      amount,
      currency,
      note,
      visibility,
      frequency,
      startsAt,
      firstNumber: 0,
      timeZone,
      retries,
      failedTries: 0,
      endsAt: endsAt ?? null,
      status: 'active',
      nextNumber: 0,
      nextAt: startsAt,
      createdAt: tx.now,
    };
    await schedules.add(tx, schedule);
    await deps.memos.add(tx, schedule.id, plan.memo && { ...plan.memo, ownerId: callerId });
    return schedule;
  });
}
