import { invalidField } from '@florin/errors';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Visibility } from '../../domain/posting/posting.ts';
import type { Frequency, Schedule } from '../../domain/schedule.ts';
import { requireStart } from '../../domain/schedule.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { recipientAccount } from '../transfers/make-posting.ts';
import type { Recipient } from '../transfers/ports.ts';

export interface NewSchedule {
  callerId: string;
  to: Recipient;
  /** minor units */
  amount: bigint;
  currency: string;
  note: string;
  visibility: Visibility;
  frequency: Frequency;
  startsAt: Date;
  endsAt: Date | undefined;
  key: string | undefined;
}

/**
 * Plans transfers from the caller's main account. Throws NOT_FOUND naming `to`, INVALID_ARGUMENT, and INSUFFICIENT_FUNDS
 * when it takes a new account of the recipient and not even the first transfer could be made.
 */
export async function createSchedule(
  deps: Pick<Deps, 'directory' | 'friends' | 'transact' | 'schedules' | 'newId'>,
  plan: NewSchedule,
): Promise<Once<Schedule>> {
  const { directory, transact, schedules } = deps;
  const { callerId, to, amount, currency, note, visibility, frequency, startsAt, endsAt } = plan;
  const asked = JSON.stringify(['schedule', { ...plan, amount: String(amount), key: undefined }]);
  const key = keyOf(callerId, plan.key, asked);
  const first = await transact.replay<Schedule>(key);
  if (first) return first;
  const from = await directory.ownAccount(callerId, currency);
  const toAccount = await recipientAccount(deps, to, { payer: from, amount });
  const toUserId = toAccount.ownerId;
  if (toUserId === null || toUserId === callerId) throw invalidField('to', 'must be somebody else');
  if (endsAt && endsAt < startsAt) throw invalidField('endsAt', 'must not be before startsAt');
  return transact.once(key, async (tx) => {
    requireStart(startsAt, tx.now);
    const schedule: Schedule = {
      id: deps.newId(),
      ownerId: callerId,
      fromAccountId: from.id,
      toAccountId: toAccount.id,
      toUserId,
      amount,
      currency,
      note,
      visibility,
      frequency,
      startsAt,
      endsAt: endsAt ?? null,
      status: 'active',
      nextNumber: 0,
      nextAt: startsAt,
      createdAt: tx.now,
    };
    await schedules.add(tx, schedule);
    return schedule;
  });
}
