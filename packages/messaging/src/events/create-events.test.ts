import { runInContext } from '@florin/service-kit';
import { eventOf } from '../conformance/kit.ts';
import { createConsumer } from '../consuming/create-consumer.ts';
import { createEvents } from './create-events.ts';
import { handleOnce } from '../consuming/handling.ts';
import { createMemoryBus } from '../memory.ts';
import { currentTrace, runInTrace } from './trace.ts';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const makeEvent = createEvents({ producer: 'notify', clock: () => new Date('2026-11-30T09:00:00Z') });
const make = () =>
  makeEvent('notify.delivery-failed.v1', 'm-1', {
    messageId: '019d0000-0000-7000-8000-000000000001',
    userId: null,
    channel: 'email',
    reason: 'refused',
  });

test('an event made for a request carries its id and trace, and names no cause', () => {
  const event = runInContext({ requestId: 'request-1', traceparent: TRACEPARENT }, make);
  expect(event).toMatchObject({
    producer: 'notify',
    aggregateId: 'm-1',
    occurredAt: '2026-11-30T09:00:00.000Z',
    correlationId: 'request-1',
    causationId: null,
    traceparent: TRACEPARENT,
  });
});

test('an event made outside of any request gets a correlation id of its own', () => {
  expect(currentTrace()).toBeUndefined();
  expect(make()).toMatchObject({ correlationId: expect.stringMatching(/^.{36}$/) as string, traceparent: null });
  expect(make().correlationId).not.toBe(make().correlationId);
});

test('a caller may fix the id and the time of an event', () => {
  const id = '019d0000-0000-7000-8000-000000000009';
  const data = { messageId: id, userId: null, channel: 'sms' as const, reason: 'x' };
  const occurredAt = new Date('2026-01-01T00:00:00Z');
  const event = makeEvent('notify.delivery-failed.v1', 'm-1', data, { id, occurredAt });
  expect(event).toMatchObject({ id, occurredAt: '2026-01-01T00:00:00.000Z' });
});

test('an event that a handler causes keeps the correlation id and names the handled event as its cause', async () => {
  const cause = eventOf('a', 1, { traceparent: TRACEPARENT });
  const made: unknown[] = [];
  const consumer = createConsumer('test.inbox', { [cause.type]: () => Promise.resolve(void made.push(make())) }, {});
  await handleOnce(consumer, cause, { attempt: 1, signal: new AbortController().signal });
  expect(made).toMatchObject([
    {
      correlationId: cause.correlationId,
      causationId: cause.id,
      traceparent: expect.stringMatching(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)/) as string,
    },
  ]);
});

test('the memory bus opens the trace of the event, not that of its publisher', async () => {
  const bus = createMemoryBus();
  const traces: unknown[] = [];
  bus.subscribe({
    name: 'test.inbox',
    types: ['users.friend-requested.v1'],
    handle: () => Promise.resolve(void traces.push(currentTrace())),
  });
  const event = eventOf('a', 1);
  await runInContext({ requestId: 'other', traceparent: TRACEPARENT }, () => bus.publish([event]));
  expect(traces).toMatchObject([{ correlationId: event.correlationId, causationId: event.id }]);
});

test('stored work continues its trace with a new span', async () => {
  const stored = { correlationId: 'request-1', causationId: null, traceparent: TRACEPARENT };
  const work = { service: 'test', name: 'send', kind: 'internal' } as const;
  const trace = await runInTrace(stored, () => Promise.resolve(currentTrace()), work);
  expect(trace).toMatchObject({ correlationId: 'request-1', causationId: null });
  expect(trace?.traceparent?.slice(3, 35)).toBe(TRACEPARENT.slice(3, 35));
  expect(trace?.traceparent).not.toBe(TRACEPARENT);
});
