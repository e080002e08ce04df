import { createMetrics } from '@florin/service-kit';
import type { Depth } from './bus.ts';
import { registerMessagingMetrics } from './register-metrics.ts';

const stats = { published: 0, delivered: 0, retried: 0, deadLettered: 0, duplicates: 0 };
let depths = (): Promise<Depth[]> => Promise.resolve([]);
const bus = { stats: () => ({ ...stats }), depths: () => depths() };
const relay = (backlog: () => Promise<number>, oldest?: Date) => ({ backlog, oldest: () => Promise.resolve(oldest) });
const setUp = (...relays: ReturnType<typeof relay>[]) => {
  const metrics = createMetrics('test', { defaults: false });
  registerMessagingMetrics(metrics, { bus, relays });
  return metrics.registry;
};

test('the counters of the bus and the backlog of all relays are those at the time of the scrape', async () => {
  let waiting = 3;
  const registry = setUp(
    relay(() => Promise.resolve(waiting), new Date(Date.now() - 60_000)),
    relay(() => Promise.resolve(4), new Date(Date.now() - 90_000)),
  );
  Object.assign(stats, { published: 5, delivered: 7, retried: 2, deadLettered: 1, duplicates: 3 });
  expect((await registry.metrics()).split('\n')).toEqual(
    expect.arrayContaining([
      'florin_bus_published_events_total{service="test"} 5',
      'florin_bus_delivered_events_total{service="test"} 7',
      'florin_bus_retried_events_total{service="test"} 2',
      'florin_bus_dead_lettered_events_total{service="test"} 1',
      'florin_inbox_duplicates_total{service="test"} 3',
      'florin_outbox_backlog_rows{service="test"} 7',
    ]),
  );
  stats.published = 6;
  waiting = 0;
  const later = await registry.metrics();
  expect(later).toContain('florin_bus_published_events_total{service="test"} 6');
  expect(later).toContain('florin_outbox_backlog_rows{service="test"} 4');
});

test('a backlog that the database does not tell is missing, and the rest is there', async () => {
  let fail = false;
  const registry = setUp(relay(() => (fail ? Promise.reject(new Error('away')) : Promise.resolve(9))));
  expect(await registry.metrics()).toContain('florin_outbox_backlog_rows{service="test"} 9');
  fail = true;
  const text = await registry.metrics();
  expect(text).not.toMatch(/^florin_outbox_backlog_rows\{/m);
  expect(text).toMatch(/^florin_bus_published_events_total\{/m);
});

test('a process without an outbox has no backlog', async () => {
  expect(await setUp().metrics()).not.toContain('florin_outbox');
});

test('the lag of the outbox is the age of the oldest event of all relays, 0 when nothing waits', async () => {
  const lagOf = async (registry: ReturnType<typeof setUp>) =>
    Number(/^florin_outbox_lag_seconds\{.*\} (\S+)$/m.exec(await registry.metrics())?.[1]);
  const none = relay(() => Promise.resolve(0));
  const lag = await lagOf(
    setUp(
      none,
      relay(() => Promise.resolve(1), new Date(Date.now() - 90_000)),
    ),
  );
  expect(lag).toBeGreaterThanOrEqual(90);
  expect(lag).toBeLessThan(120);
  expect(await lagOf(setUp(none))).toBe(0);
});

test('queues and dead letters are told by consumer, and are missing while the broker is away', async () => {
  const registry = setUp();
  depths = () => Promise.resolve([{ consumer: 'test.inbox', waiting: 12, dead: 1 }]);
  const text = await registry.metrics();
  expect(text).toContain('florin_bus_queue_events{consumer="test.inbox",service="test"} 12');
  expect(text).toContain('florin_bus_dead_letter_events{consumer="test.inbox",service="test"} 1');
  depths = () => Promise.reject(new Error('away'));
  expect(await registry.metrics()).not.toContain('consumer="test.inbox"');
});
