import { createMetrics } from '@florin/service-kit';
import { registerMessagingMetrics } from './register-metrics.ts';

const stats = { published: 0, delivered: 0, retried: 0, deadLettered: 0 };
const bus = { stats: () => ({ ...stats }) };
const relay = (backlog: () => Promise<number>) => ({ backlog });
const setUp = (...relays: ReturnType<typeof relay>[]) => {
  const metrics = createMetrics('test', { defaults: false });
  registerMessagingMetrics(metrics, { bus, relays });
  return metrics.registry;
};

test('the counters of the bus and the backlog of all relays are those at the time of the scrape', async () => {
  let waiting = 3;
  const registry = setUp(
    relay(() => Promise.resolve(waiting)),
    relay(() => Promise.resolve(4)),
  );
  Object.assign(stats, { published: 5, delivered: 7, retried: 2, deadLettered: 1 });
  expect((await registry.metrics()).split('\n')).toEqual(
    expect.arrayContaining([
      'florin_bus_published_events_total{service="test"} 5',
      'florin_bus_delivered_events_total{service="test"} 7',
      'florin_bus_retried_events_total{service="test"} 2',
      'florin_bus_dead_lettered_events_total{service="test"} 1',
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
