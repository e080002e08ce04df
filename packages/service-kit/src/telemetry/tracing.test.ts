import { currentContext, runInContext } from '../context.ts';
import { childSpan, inSpan } from './in-span.ts';
import { createMetrics } from './metrics.ts';
import { isTracing, openSpan } from './spans.ts';
import { tracing } from './tracing.ts';

// nothing listens on port 1
const AWAY = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' };
const PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

test('without an endpoint nothing is started, and there are no spans', async () => {
  const step = tracing('quiet', {});
  expect(step).toEqual({ name: 'tracing' });
  expect(isTracing()).toBe(false);
  expect(openSpan('quiet', 'work', { kind: 'internal' })).toBeUndefined();
  expect(childSpan('work', 'internal')).toBeUndefined();
  await expect(inSpan('work', { kind: 'internal' }, () => Promise.resolve(1))).resolves.toBe(1);
});

describe('with a collector that is away', () => {
  const step = tracing('test', { ...AWAY, OTEL_TRACES_SAMPLER_ARG: 0 });
  beforeAll(() => step.start?.());
  afterAll(() => step.stop?.());

  test('work continues the trace of its caller, and its parts hang on it', async () => {
    const span = openSpan('test', 'work', { kind: 'server', parent: PARENT });
    expect(span?.traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$/);
    const inner = await runInContext({ requestId: 'r', traceparent: span?.traceparent ?? '', span }, () =>
      inSpan('part', { kind: 'internal' }, () => Promise.resolve(currentContext()?.traceparent)),
    );
    expect(inner).not.toBe(span?.traceparent);
    expect(inner?.slice(3, 35)).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    span?.end();
  });

  test('a trace that begins here follows the ratio, one of a caller follows the caller', () => {
    expect(openSpan('test', 'own', { kind: 'server' })?.sampled).toBe(false);
    expect(openSpan('test', 'asked', { kind: 'server', parent: PARENT })?.sampled).toBe(true);
    expect(openSpan('test', 'no trace', { kind: 'server', parent: 'nonsense' })?.sampled).toBe(false);
  });

  test('a slow bucket leads to the trace', async () => {
    const metrics = createMetrics('test', { defaults: false });
    const span = openSpan('test', 'work', { kind: 'server', parent: PARENT });
    const labels = { method: 'GET', route: '/v1/things', status: 200 };
    runInContext({ requestId: 'r', traceparent: PARENT, span }, () => {
      metrics.timeHttp(labels, 0.3);
    });
    metrics.timeHttp(labels, 0.003);
    const lines = (await metrics.registry.metrics()).split('\n');
    const bucket = (le: string) => lines.find((line) => line.includes(`le="${le}"`));
    expect(bucket('0.5')).toContain('# {trace_id="4bf92f3577b34da6a3ce929d0e0e4736"} 0.3');
    expect(bucket('0.005')).not.toContain('trace_id');
  });

  test('stopping waits for no collector', async () => {
    const other = tracing('other', AWAY);
    await other.start?.();
    openSpan('other', 'work', { kind: 'server' })?.end();
    await other.stop?.();
    expect(openSpan('other', 'work', { kind: 'server' })).toBeUndefined();
  });
});
