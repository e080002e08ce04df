import { createBus } from '@florin/messaging';
import { createLogger, newId } from '@florin/service-kit';
import { dropTestNamespace, identityHeaders, testNamespace, testStores, waitFor } from '@florin/testing';
import { createEvent } from '@florin/contracts';
import { createHarness } from './harness.ts';

const CONSUMER = 'finance.owners';
const PATH = `/v1/admin/dead-letters/${CONSUMER}`;
const namespace = testNamespace();
const admin = newId();

type Notify = Awaited<ReturnType<typeof createHarness>>;
let notify: Notify;
let healthy = false;
const handled: string[] = [];
const { amqpUrl, postgresUrl } = testStores();
const bus = createBus({
  amqpUrl,
  postgresUrl,
  namespace,
  service: 'finance',
  logger: createLogger('test', 'silent'),
});

beforeAll(async () => {
  notify = await createHarness({ BUS_NAMESPACE: namespace });
  bus.subscribe({
    name: CONSUMER,
    types: ['auth.user-terminated.v1'],
    maxAttempts: 1,
    handle: ({ aggregateId }) => {
      if (!healthy) return Promise.reject(new Error('the store is away'));
      handled.push(aggregateId);
      return Promise.resolve();
    },
  });
  await bus.start();
});
afterAll(async () => {
  await bus.stop();
  await notify.stop();
  await dropTestNamespace(namespace, [CONSUMER, 'notify.codes', 'notify.inbox']);
});

const as = (roles: ('user' | 'support' | 'admin')[], authTime = Math.floor(Date.now() / 1000)) =>
  identityHeaders({ userId: admin, roles, authTime });
const get = (path: string, headers = as(['user', 'support'])) => notify.http.get(path, { headers });
const post = (path: string, body: object, headers = as(['user', 'admin'])) => notify.http.post(path, body, { headers });

/** Publishes an event that its consumer gives up, and waits until it lies there. */
async function deadLetter(): Promise<{ id: string; aggregateId: string }> {
  const [id, aggregateId] = [newId(), newId()];
  const data = { userId: aggregateId, terminatedAt: new Date().toISOString() };
  await bus.publish([
    createEvent({ id, type: 'auth.user-terminated.v1', producer: 'test', aggregateId, data, occurredAt: new Date() }),
  ]);
  await waitFor(async () => ((await get(PATH)).body.data as { id: string }[]).some((one) => one.id === id));
  return { id, aggregateId };
}

describe('events that a consumer gave up', () => {
  test('are counted and listed for support staff, without what they say', async () => {
    const { id, aggregateId } = await deadLetter();
    const counts = (await get('/v1/admin/dead-letters')).body.data as { consumer: string; count: number }[];
    expect(counts.find(({ consumer }) => consumer === CONSUMER)?.count).toBeGreaterThan(0);
    const listed = (await get(PATH)).body.data as { id: string }[];
    expect(listed.find((one) => one.id === id)).toEqual({
      id,
      aggregateId,
      type: 'auth.user-terminated.v1',
      reason: 'Error: the store is away',
      attempts: 1,
      deadAt: expect.any(String),
    });
  });

  test('are shown whole to an admin who has just signed in, and to nobody else', async () => {
    const { id, aggregateId } = await deadLetter();
    const shown = await get(`${PATH}/${id}`, as(['user', 'admin']));
    expect(shown.body.body).toMatchObject({ id, data: { userId: aggregateId } });
    expect((await get(`${PATH}/${id}`)).body.code).toBe('FORBIDDEN');
    const stale = as(['user', 'admin'], Math.floor(Date.now() / 1000) - 601);
    expect((await get(`${PATH}/${id}`, stale)).body.code).toBe('STEP_UP_REQUIRED');
    expect((await get(`${PATH}/${newId()}`, as(['user', 'admin']))).status).toBe(404);
  });

  test('are handled once more when an admin puts them back, which is kept with the reason', async () => {
    const { id, aggregateId } = await deadLetter();
    healthy = true;
    const done = await post(`${PATH}/replay`, { ids: [id], reason: 'the store is back' });
    expect(done.body).toEqual({ done: 1 });
    await waitFor(() => handled.includes(aggregateId));
    healthy = false;
    const [last] = (await get('/v1/admin/dead-letter-actions?limit=1')).body.data;
    expect(last).toMatchObject({ adminId: admin, action: 'replay', consumer: CONSUMER, letterIds: [id], done: 1 });
    expect(last.reason).toBe('the store is back');
  });

  test('are gone once an admin discards them', async () => {
    const { id } = await deadLetter();
    expect((await post(`${PATH}/discard`, { ids: [id], reason: 'no use' })).body).toEqual({ done: 1 });
    expect(((await get(PATH)).body.data as { id: string }[]).map((one) => one.id)).not.toContain(id);
    expect((await post(`${PATH}/discard`, { ids: [id], reason: 'no use' })).body).toEqual({ done: 0 });
  });

  test.each<[string, string, object, string]>([
    ['a consumer that is not there', '/v1/admin/dead-letters/nobody/replay', { reason: 'because' }, 'consumer'],
    ['no reason', `${PATH}/replay`, {}, 'reason'],
    ['nothing to discard', `${PATH}/discard`, { reason: 'because' }, 'ids'],
    ['an empty list', `${PATH}/discard`, { reason: 'because', ids: [] }, 'ids'],
  ])('are left alone for %s', async (_what, path, body, field) => {
    const reply = await post(path, body);
    expect([reply.status, reply.body.errors[0].path]).toEqual([400, field]);
  });

  test('are changed by admins only', async () => {
    for (const action of ['replay', 'discard'])
      expect((await post(`${PATH}/${action}`, { reason: 'because', ids: ['x'] }, as(['user', 'support']))).status).toBe(
        403,
      );
  });
});
