import { createBus } from '@florin/messaging';
import { createLogger, newId } from '@florin/service-kit';
import { createTestDatabase, testNamespace, testStores, waitFor } from '@florin/testing';
import { createHarness } from './harness.ts';
import { event } from './support/tokens.ts';

const buses = testStores().amqpUrl ? ['rabbitmq', 'pg-boss'] : ['pg-boss'];

test.each(buses)('over %s a logout is known to every gateway soon', async (kind) => {
  const database = await createTestDatabase();
  const namespace = testNamespace();
  const where = kind === 'rabbitmq' ? { amqpUrl: testStores().amqpUrl } : { postgresUrl: database.url };
  const open = (service: string) =>
    createBus({ ...where, namespace, service, logger: createLogger(service, 'silent') });
  const auth = open('auth');
  const one = await createHarness({}, { bus: open('gateway') });
  const other = await createHarness({ AUTH_URL: one.upstream.url }, { bus: open('gateway') });
  try {
    await auth.start();
    await Promise.all([one.ready(), other.ready()]);
    const [userId, sessionId] = [newId(), newId()];
    const token = one.token({ sub: userId, sid: sessionId });
    for (const { http } of [one, other]) expect((await http.get('/v1/transfers', { token })).status).toBe(200);
    const revokedAt = new Date().toISOString();
    await auth.publish([event('auth.session-revoked.v1', { userId, sessionId, reason: 'logout', revokedAt })]);
    for (const { http } of [one, other]) {
      const ended = async () => (await http.get('/v1/transfers', { token })).body.code === 'SESSION_REVOKED';
      await waitFor(ended, { timeoutMs: 5_000, what: 'the end of the session' });
    }
  } finally {
    await auth.stop();
    await Promise.all([one.stop(), other.stop()]);
    await database.drop();
  }
});
