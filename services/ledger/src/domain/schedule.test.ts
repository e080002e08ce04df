import { afterTry, changeSchedule, editSchedule, occurrenceAt, type Frequency, type Schedule } from './schedule.ts';

const monthly = {
  startsAt: new Date('2027-01-31T08:30:00Z'),
  firstNumber: 0,
  endsAt: null,
  frequency: 'monthly' as Frequency,
  timeZone: 'UTC',
};

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

test('days and times are those of the zone', () => {
  const due = (more: object, numbers: number[]) =>
    numbers.map((number) =>
      occurrenceAt({ ...monthly, ...more }, number)
        ?.toISOString()
        .slice(0, 16),
    );
  const berlin = { timeZone: 'Europe/Berlin', startsAt: new Date('2027-05-01T00:00:00+02:00') };
  expect(due(berlin, [0, 1, 2, 6])).toEqual([
    '2027-04-30T22:00',
    '2027-05-31T22:00',
    '2027-06-30T22:00',
    '2027-10-31T23:00',
  ]);
  const newYork = { timeZone: 'America/New_York', startsAt: new Date('2027-02-14T09:00:00-05:00') };
  expect(due({ ...newYork, frequency: 'weekly' }, [3, 4])).toEqual(['2027-03-07T14:00', '2027-03-14T13:00']);
  const leap = { startsAt: new Date('2028-02-29T12:00:00Z') };
  expect(due({ ...leap, frequency: 'yearly' }, [1, 4])).toEqual(['2029-02-28T12:00', '2032-02-29T12:00']);
  expect(due({ ...leap, frequency: 'quarterly' }, [1, 2])).toEqual(['2028-05-29T12:00', '2028-08-29T12:00']);
});

test('a time that clocks skip is moved on, of one they show twice it is the first', () => {
  const daily = { ...monthly, frequency: 'daily' as Frequency, timeZone: 'Europe/Berlin' };
  const spring = { ...daily, startsAt: new Date('2027-03-27T02:30:00+01:00') };
  expect(occurrenceAt(spring, 1)?.toISOString()).toBe('2027-03-28T01:30:00.000Z'); // 03:30 summer time
  expect(occurrenceAt(spring, 2)?.toISOString()).toBe('2027-03-29T00:30:00.000Z'); // 02:30 again
  const autumn = { ...daily, startsAt: new Date('2027-10-30T02:30:00+02:00') };
  expect(occurrenceAt(autumn, 1)?.toISOString()).toBe('2027-10-31T00:30:00.000Z'); // the first 02:30
});

test('once is once, and nothing comes after the end', () => {
  expect(occurrenceAt({ ...monthly, frequency: 'once' }, 1)).toBeNull();
  const ended = { ...monthly, frequency: 'biweekly' as const, endsAt: new Date('2027-02-20T00:00:00Z') };
  expect(occurrenceAt(ended, 1)?.toISOString()).toBe('2027-02-14T08:30:00.000Z');
  expect(occurrenceAt(ended, 2)).toBeNull();
});

const schedule = (more: Partial<Schedule> = {}) =>
  ({
    ...monthly,
    amount: 5n,
    retries: 0,
    failedTries: 0,
    status: 'active',
    nextNumber: 0,
    nextAt: monthly.startsAt,
    ...more,
  }) as Schedule;

test('a schedule resumed after its end is done', () => {
  const paused = schedule({ frequency: 'daily', endsAt: new Date('2027-02-02T09:00:00Z'), status: 'paused' });
  const resumed = changeSchedule(paused, 'resume', new Date('2027-02-01T09:00:00Z'));
  expect(resumed).toMatchObject({ schedule: { status: 'active', nextNumber: 2 } });
  expect(resumed.missed).toMatchObject([{ number: 0, status: 'skipped' }, { number: 1 }]);
  const over = changeSchedule(paused, 'resume', new Date('2027-03-01T09:00:00Z'));
  expect(over).toMatchObject({ schedule: { status: 'done', nextAt: null } });
});

test('a failed occurrence is tried again as often as is set, never at or after the next one', () => {
  const failed = { status: 'failed' as const } as Parameters<typeof afterTry>[1];
  const now = monthly.startsAt;
  const once = afterTry(schedule({ retries: 1 }), failed, now);
  expect(once).toMatchObject({ nextNumber: 0, failedTries: 1, nextAt: new Date('2027-02-01T08:30:00Z') });
  expect(afterTry(once, failed, once.nextAt!)).toMatchObject({ nextNumber: 1, failedTries: 0 });
  expect(afterTry(schedule({ retries: 5, frequency: 'daily' }), failed, now)).toMatchObject({ nextNumber: 1 });
});

test('an edited zone keeps the local time and the day of the month, an edited frequency goes on from the next', () => {
  const now = new Date('2027-02-10T00:00:00Z');
  const before = schedule({ nextNumber: 1, nextAt: new Date('2027-02-28T08:30:00Z') });
  const moved = editSchedule(before, { timeZone: 'Asia/Tokyo' }, now);
  expect(moved.nextAt?.toISOString()).toBe('2027-02-27T23:30:00.000Z');
  expect(occurrenceAt(moved, 2)?.toISOString()).toBe('2027-03-30T23:30:00.000Z');
  const weekly = editSchedule(before, { frequency: 'weekly' }, now);
  expect([weekly.nextAt, occurrenceAt(weekly, 2)]).toEqual([before.nextAt, new Date('2027-03-07T08:30:00Z')]);
  expect(() => editSchedule(before, { endsAt: now }, now)).toThrow('endsAt');
});
