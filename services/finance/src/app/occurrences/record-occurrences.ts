import { createEvents } from '@florin/messaging';
import type { Occurrence, Recurring } from '../../domain/recurring/recurring.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/** Writes occurrences down as they are by now, and tells their owners of those that have failed. */
export async function recordOccurrences(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  occurrences: readonly Occurrence[],
  all: readonly Recurring[],
): Promise<void> {
  await tx.recurring.record(occurrences);
  const byId = new Map(all.map((recurring) => [recurring.id, recurring]));
  const makeEvent = createEvents({ producer: 'finance', clock, newId });
  const failed = occurrences.filter(({ status }) => status === 'failed');
  const events = failed.flatMap(({ recurringId, number, date, failure }) => {
    const recurring = byId.get(recurringId);
    if (!recurring) return [];
    const { ownerId: userId, description, currency } = recurring;
    const money = { amount: recurring.amount.toString(), currency };
    const about = { userId, recurringId, number, description, ...money, date, failure: failure ?? '' };
    return makeEvent('finance.recurring-transaction-failed.v1', recurringId, about, { occurredAt: clock() });
  });
  if (events.length > 0) await tx.appendEvents(events);
}
