import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_TYPES, createEvent, parseEvent } from './index.ts';

const directory = join(import.meta.dirname, '../samples');
const sample = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), 'utf8'));

// A sample is what a producer once sent. It is never edited: a change that makes one unreadable needs a new version.
test.each(readdirSync(directory))('the recorded %s still parses, and nothing of it is lost', (file) => {
  expect(parseEvent(sample(file))).toEqual(sample(file));
});

test('every event type has a recorded sample', () => {
  expect(readdirSync(directory).map((file) => file.replace(/\.json$/, ''))).toEqual([...EVENT_TYPES].sort());
});

test('an event whose data does not fit its type can not be made', () => {
  const make = () =>
    createEvent({
      id: '0190b000-0000-7000-8000-000000000001',
      type: 'auth.user-terminated.v1',
      producer: 'auth',
      aggregateId: 'x',
      occurredAt: new Date(0),
      data: { userId: 'not-a-uuid', terminatedAt: new Date(0).toISOString() },
    });
  expect(make).toThrow(/userId/);
});

test.each([
  ['an unknown type', { type: 'auth.user-sang.v1' }],
  ['a missing id', { id: undefined }],
  ['data of another type', { type: 'auth.user-terminated.v1' }],
])('a message with %s is not an event', (_what, change) => {
  const whole = sample('users.friend-requested.v1.json') as object;
  expect(() => parseEvent({ ...whole, ...change })).toThrow();
});
