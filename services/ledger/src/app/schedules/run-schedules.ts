import { isFlorinError, type FlorinError } from '@florin/errors';
import { afterTry, occurrenceAt, type Occurrence, type Schedule } from '../../domain/schedule.ts';
import { requireReach } from '../directory/require-reach.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Both accounts of an occurrence. */
interface Sides {
  fromAccountId: string;
  toAccountId: string;
}

/**
 * Posts what is due, at most `limit` occurrences, each in a transaction that also records it and moves the schedule on:
 * it posts exactly once over crashes and with several processes. A refused one (no money, a limit, a frozen account) is
 * recorded as failed with an event, and tried again as often as the schedule says. One that can't be decided now keeps no
 * other waiting: its error is thrown in the end. Returns how many were dealt with.
 */
export async function runSchedules(deps: Deps, limit: number): Promise<number> {
  const failed = new Map<string, unknown>();
  let count = 0;
  while (count < limit && (await runNext(deps, failed))) count += 1;
  if (failed.size > 0) throw new AggregateError([...failed.values()], `${failed.size} schedules could not be run`);
  return count;
}

/** False when nothing is due. */
async function runNext(deps: Deps, failed: Map<string, unknown>): Promise<boolean> {
  const { transact, schedules } = deps;
  let id: string | undefined;
  try {
    const due = await transact.run((tx) => schedules.lockDue(tx, tx.now, [...failed.keys()]));
    id = due?.id;
    if (due) await runOne(deps, due);
    return due !== undefined;
  } catch (error) {
    // without a schedule to blame there is none to pass over
    if (id === undefined) throw error;
    failed.set(id, error);
    return true;
  }
}

/** Whether the payer still reaches the payee, and their accounts, are found outside of the transaction: that asks neighbours. */
async function runOne(deps: Deps, seen: Schedule): Promise<void> {
  const sides = await findSides(deps, seen);
  await deps.transact.run(async (tx) => {
    const schedule = await deps.schedules.lock(tx, seen.id);
    const isDue = schedule?.status === 'active' && schedule.nextAt !== null && schedule.nextAt <= tx.now;
    // another process was quicker
    if (!isDue || schedule.nextNumber !== seen.nextNumber) return;
    if (isFlorinError(sides)) await settle(deps, tx, schedule, failure(schedule, sides, tx.now));
    else await settle(deps, tx, { ...schedule, ...sides }, await post(deps, tx, schedule, sides));
  });
}

async function findSides(deps: Deps, schedule: Schedule): Promise<Sides | FlorinError> {
  const { directory } = deps;
  const { ownerId, toUserId, currency, amount } = schedule;
  try {
    const others = [{ userId: toUserId, path: 'to' }];
    await requireReach(deps, { userId: ownerId, others, purpose: 'payment' });
    if (schedule.fromAccountId !== null && schedule.toAccountId !== null) {
      return { fromAccountId: schedule.fromAccountId, toAccountId: schedule.toAccountId };
    }
    const payer = await directory.payerAccount(ownerId, currency, amount);
    const fromAccountId = schedule.fromAccountId ?? payer.id;
    const payee = () => directory.accountOfUser({ userId: toUserId }, currency, 'to', { payer, amount });
    return { fromAccountId, toAccountId: schedule.toAccountId ?? (await payee()).id };
  } catch (error) {
    if (isFlorinError(error) && error.code !== 'UNAVAILABLE') return error;
    throw error;
  }
}

/** Records a try of the next occurrence and moves the schedule on. */
async function settle({ schedules }: Deps, tx: Tx, schedule: Schedule, occurrence: Occurrence): Promise<void> {
  await schedules.record(tx, schedule.id, occurrence);
  await schedules.save(tx, afterTry(schedule, occurrence, tx.now));
  if (occurrence.failure !== null) await emitFailure(tx, schedule, { ...occurrence, failure: occurrence.failure });
}

async function emitFailure(tx: Tx, schedule: Schedule, failed: { dueAt: Date; failure: string }): Promise<void> {
  const { id: scheduleId, ownerId, toUserId, currency, note } = schedule;
  const facts = { scheduleId, ownerId, toUserId, amount: schedule.amount.toString(), currency, note };
  const dueAt = failed.dueAt.toISOString();
  await tx.emit('ledger.scheduled-transfer-failed.v1', scheduleId, { ...facts, dueAt, failure: failed.failure });
}

async function post({ accounts, memos }: Deps, tx: Tx, schedule: Schedule, sides: Sides): Promise<Occurrence> {
  const { id: reference, amount, currency, note, visibility, nextNumber: number } = schedule;
  try {
    const alsoCountsAt = (await accounts.countsAt(tx, sides.fromAccountId)) ?? undefined;
    const what = { kind: 'peer', amount, currency, note, visibility, reference } as const;
    const memo = await memos.find(tx, schedule.id);
    const [transfer] = await tx.post({ ...what, ...sides, alsoCountsAt, memo });
    const dueAt = occurrenceAt(schedule, number) ?? tx.now;
    return { number, dueAt, status: 'posted', transferId: transfer?.id ?? null, failure: null, reason: null };
  } catch (error) {
    // a refusal has written nothing, so the transaction goes on
    if (!isFlorinError(error)) throw error;
    return failure(schedule, error, tx.now);
  }
}

function failure(schedule: Schedule, { code, message }: FlorinError, now: Date): Occurrence {
  const { nextNumber: number } = schedule;
  const dueAt = occurrenceAt(schedule, number) ?? now;
  return { number, dueAt, status: 'failed', transferId: null, failure: code, reason: message.slice(0, 300) };
}
