import type { Schedule } from './schedule.ts';
import { changeSchedule, occurrenceAt } from './schedule.ts';

const monthly = { startsAt: new Date('2027-01-31T08:30:00Z'), endsAt: null, frequency: 'monthly' as const };
test('a month with fewer days moves only its own occurrence', () => {
  const days = [0, 1, 2, 3, 13].map((number) => occurrenceAt(monthly, number)?.toISOString().slice(0, 16));
  expect(days).toEqual([
    '2027-01-31T08:30',
    '2027-02-28T08:30',
    '2027-03-31T08:30',
    '2027-04-30T08:30',
    '2028-02-29T08:30',
  ]);
});

test('once is once, and nothing comes after the end', () => {
  expect(occurrenceAt({ ...monthly, frequency: 'once' }, 1)).toBeNull();
  const ended = { ...monthly, frequency: 'biweekly' as const, endsAt: new Date('2027-02-20T00:00:00Z') };
  expect(occurrenceAt(ended, 1)?.toISOString()).toBe('2027-02-14T08:30:00.000Z');
  expect(occurrenceAt(ended, 2)).toBeNull();
});

test('a schedule resumed after its end is done', () => {
  const schedule = {
    ...monthly,
    frequency: 'daily',
    endsAt: new Date('2027-02-02T09:00:00Z'),
    status: 'paused',
    nextNumber: 0,
    nextAt: monthly.startsAt,
  } as Schedule;
  const resumed = changeSchedule(schedule, 'resume', new Date('2027-02-01T09:00:00Z'));
  expect(resumed).toMatchObject({ schedule: { status: 'active', nextNumber: 2 } });
  expect(resumed.missed).toMatchObject([{ number: 0, status: 'skipped' }, { number: 1 }]);
  const over = changeSchedule(schedule, 'resume', new Date('2027-03-01T09:00:00Z'));
  expect(over).toMatchObject({ schedule: { status: 'done', nextAt: null } });
});
