import { eventOf } from '../conformance/kit.ts';
import { createConsumer } from './create-consumer.ts';

const context = { attempt: 1, signal: new AbortController().signal };

test('a consumer takes the types of its table and hands each to its handler with what handlers need', async () => {
  const calls: unknown[] = [];
  const consumer = createConsumer(
    'test.inbox',
    {
      'users.friend-requested.v1': (needs: { list: unknown[] }, { type, data: { requestId } }, { attempt }) =>
        Promise.resolve(void needs.list.push([type, requestId, attempt])),
      'auth.user-terminated.v1': ({ list }, { data }) => Promise.resolve(void list.push(data.terminatedAt)),
    },
    { list: calls },
    { maxAttempts: 3 },
  );
  expect(consumer).toMatchObject({
    name: 'test.inbox',
    types: ['users.friend-requested.v1', 'auth.user-terminated.v1'],
    maxAttempts: 3,
  });
  await consumer.handle(eventOf('a', 7), context);
  expect(calls).toEqual([['users.friend-requested.v1', '7', 1]]);
});

test('an event that no handler is for fails', async () => {
  const consumer = createConsumer('test.inbox', { 'auth.user-terminated.v1': () => Promise.resolve() }, {});
  await expect(consumer.handle(eventOf('a', 1), context)).rejects.toThrow(/test.inbox has no handler for users.friend/);
});
