import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { waitFor } from '@florin/testing';
import { enterableDirectory, oneBus, startFlorin, type Florin } from './florin.ts';
import { startOtlpReceiver, type ReceivedSpan } from './otlp-receiver.ts';
import { join, type Person } from './people.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';

/** What an operator sees in Tempo or Jaeger. */
describe.each(oneBus())('a transfer exported over OTLP, on %s', (kind) => {
  let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;
  let florin: Florin;
  let dataDir: string;
  let ada: Person;
  let ben: Person;
  let spans: ReceivedSpan[];
  const ofTransfer = () => receiver.spans.filter(({ traceId }) => traceId === TRACE_ID);
  const find = (service: string, name: RegExp) =>
    ofTransfer().find((span) => span.service === service && name.test(span.name));

  beforeAll(async () => {
    receiver = await startOtlpReceiver();
    dataDir = await enterableDirectory();
    florin = await startFlorin(kind, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, FLORIN_DATA: dataDir });
    [ada, ben] = await Promise.all([join(florin, 'Ada Fern'), join(florin, 'Ben Oak')]);
    await ada.post('/v1/deposits', { amount: 1_000, currency: 'USD' }, { idempotencyKey: randomUUID() });
    const body = { to: { username: ben.username }, amount: 100, currency: 'USD', note: 'a note that is nobody else’s' };
    const headers = { traceparent: `00-${TRACE_ID}-${CALLER}-01`, 'x-request-id': 'the-exported-transfer' };
    const sent = await ada.post('/v1/transfers', body, { idempotencyKey: randomUUID(), headers });
    expect(sent.status).toBe(201);
    // the last of its way: the e-mail to who is paid, and the diaries of both
    await waitFor(() => find('notify', /^send email$/), { what: 'the span of the e-mail', timeoutMs: 20_000 });
    await waitFor(() => find('finance', /^process ledger\.transfer-posted\.v1$/), { what: 'the span of finance' });
    // each process sends its spans by itself, some seconds later
    const others: [string, RegExp][] = [
      ['ledger', /^POST \/v1\/transfers$/],
      ['ledger', /^publish /],
      ['auth', /ResolveUser$/],
      ['gateway', /^POST \/v1\/transfers$/],
    ];
    for (const [service, name] of others)
      await waitFor(() => find(service, name), { what: `the span of ${service}`, timeoutMs: 20_000 });
    spans = ofTransfer();
  }, 120_000);
  afterAll(async () => {
    await florin.stop();
    await rm(dataDir, { recursive: true, force: true });
    await receiver.stop();
  });

  test('is one trace: gateway, gRPC, SQL, outbox, bus, finance, notify and the e-mail', () => {
    const names = (service: string) => spans.filter((span) => span.service === service).map(({ name }) => name);
    expect(names('gateway')).toContain('POST /v1/transfers');
    expect(names('ledger')).toEqual(
      expect.arrayContaining([
        'POST /v1/transfers',
        'florin.auth.v1.AuthService/ResolveUser',
        'post',
        'post batch',
        'COMMIT',
        'publish ledger.transfer-posted.v1',
      ]),
    );
    expect(names('auth')).toEqual(expect.arrayContaining(['florin.auth.v1.AuthService/ResolveUser', 'SELECT']));
    expect(names('finance')).toEqual(expect.arrayContaining(['process ledger.transfer-posted.v1', 'INSERT']));
    expect(names('notify')).toEqual(expect.arrayContaining(['process ledger.transfer-posted.v1', 'send email']));
  });

  test('every span but the first hangs on another one, and the first on its caller', () => {
    const ids = new Set(spans.map(({ spanId }) => spanId));
    expect(ids.size).toBe(spans.length);
    const roots = spans.filter(({ parentSpanId }) => !ids.has(parentSpanId ?? ''));
    expect(roots.map(({ service, name, parentSpanId }) => [service, name, parentSpanId])).toEqual([
      ['gateway', 'POST /v1/transfers', CALLER],
    ]);
  });

  test('no value that a person sent is exported', () => {
    const text = JSON.stringify(receiver.spans);
    for (const secret of [ada.email, ben.email, 'a note that is nobody', ben.username]) {
      expect(text.includes(secret)).toBe(false);
    }
  });

  test('the log carries the ids of the trace and of the request', () => {
    const lines = readFileSync(joinPath(dataDir, 'florin.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes(TRACE_ID));
    expect(lines.filter((line) => line.includes('the-exported-transfer'))).toEqual(lines);
    expect(lines.some((line) => line.includes('"message sent"'))).toBe(true);
  });

  test('probes are no traces', () => {
    expect(receiver.spans.filter(({ name }) => /readyz|healthz|metrics/.test(name))).toEqual([]);
  });
});
