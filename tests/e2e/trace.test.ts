import { randomUUID } from 'node:crypto';
import { EVENT_TYPES, type FlorinEvent } from '@florin/contracts';
import { createBus, type Bus } from '@florin/messaging';
import { createTestDatabase, testNamespace, testStores, waitFor, type TestDatabase } from '@florin/testing';
import { createLogger } from '@florin/service-kit';
import { buses, startFlorin, type Florin } from './florin.ts';
import { join, newPerson, type Person } from './people.ts';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';

/** What an operator follows: one request from the gateway through every service, by its id alone. */
describe.each(buses())('one request followed over %s', (kind) => {
  const seen: FlorinEvent[] = [];
  let database: TestDatabase;
  let listener: Bus;
  let florin: Florin;
  let ada: Person;
  let ben: Person;

  beforeAll(async () => {
    database = await createTestDatabase();
    const namespace = testNamespace();
    const amqpUrl = kind === 'rabbitmq' ? testStores().amqpUrl : undefined;
    const logger = createLogger('test', 'silent');
    listener = createBus({ amqpUrl, postgresUrl: database.url, namespace, service: 'test', logger });
    listener.subscribe({
      name: 'test.trace',
      types: EVENT_TYPES,
      handle: (event) => Promise.resolve(void seen.push(event)),
    });
    await listener.start();
    florin = await startFlorin(kind, { BUS_NAMESPACE: namespace, BUS_POSTGRES_URL: database.url });
    [ada, ben] = await Promise.all([join(florin, 'Ada Fern'), join(florin, 'Ben Oak')]);
  }, 120_000);
  afterAll(async () => {
    await florin.stop();
    await listener.stop();
    await database.drop();
  });

  const eventOf = (type: FlorinEvent['type'], correlationId: string) =>
    waitFor(() => seen.find((event) => event.type === type && event.correlationId === correlationId), {
      what: `${type} of ${correlationId}`,
    });

  test('a registration: the account that the ledger opens for it names the event of auth as its cause', async () => {
    const requestId = `register-${randomUUID()}`;
    const headers = { 'x-request-id': requestId, traceparent: `00-${TRACE_ID}-b7ad6b7169203331-01` };
    const registered = await florin.http.post('/v1/auth/register', newPerson('Carl Late'), { headers });
    expect(registered.status).toBe(201);
    const cause = await eventOf('auth.user-registered.v1', requestId);
    const code = await eventOf('auth.code-issued.v1', requestId);
    const opened = await eventOf('ledger.account-opened.v1', requestId);
    expect([cause.causationId, code.causationId, opened.causationId]).toEqual([null, null, cause.id]);
    for (const event of [cause, code, opened]) expect(event.traceparent).toContain(`-${TRACE_ID}-`);
  });

  test('a transfer: from the request to the e-mail', async () => {
    const funded = await ada.post('/v1/deposits', { amount: 1_000, currency: 'USD' }, { idempotencyKey: randomUUID() });
    expect(funded.status).toBe(201);
    const requestId = `transfer-${randomUUID()}`;
    const headers = { 'x-request-id': requestId, traceparent: `00-${TRACE_ID}-b7ad6b7169203331-01` };
    const body = { to: { username: ben.username }, amount: 100, currency: 'USD', note: 'tea' };
    const sent = await ada.post('/v1/transfers', body, { idempotencyKey: randomUUID(), headers });
    expect(sent.status).toBe(201);
    expect(sent.headers.get('x-request-id')).toBe(requestId);
    const posted = await eventOf('ledger.transfer-posted.v1', requestId);
    expect(posted).toMatchObject({ causationId: null, data: { transferId: sent.body.id as string } });
    expect(posted.traceparent).toContain(`-${TRACE_ID}-`);
    // the e-mail's id begins with that of the event it tells of
    await waitFor(
      async () => {
        const mails = await florin.http.get(`/dev/mailbox?to=${encodeURIComponent(ben.email)}`, {
          headers: { accept: 'application/json' },
        });
        return (mails.body.data as { id: string }[]).find(({ id }) => id.startsWith(`${posted.id}:email:`));
      },
      { what: 'the e-mail of the transfer' },
    );
  });
});
