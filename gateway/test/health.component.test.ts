import { newId } from '@florin/service-kit';
import { createHarness, type Harness } from './harness.ts';
import { answerEcho, fakeUpstream } from './support/upstream.ts';

const METRICS = `# HELP florin_outbox_backlog_rows rows
florin_outbox_backlog_rows 7
florin_outbox_lag_seconds 1.5
florin_http_request_duration_seconds_count{method="GET",route="/v1/x",status="200"} 8
florin_http_request_duration_seconds_count{method="GET",route="/v1/x",status="503"} 2
florin_breaker_state{target="users"} 2
florin_breaker_state{target="auth"} 0
florin_bus_dead_letter_events{consumer="ledger.points"} 3
florin_ledger_integrity_breaches 0
florin_ledger_unsealed_seconds 121
process_resident_memory_bytes 1.5e8
broken line
`;

let gateway: Harness;
let stop: () => Promise<void>;
beforeAll(async () => {
  const ledger = await fakeUpstream((request, response, body) => {
    if (request.url === '/metrics') response.end(METRICS);
    else answerEcho(request, response, body);
  });
  stop = () => ledger.stop();
  gateway = await createHarness({ LEDGER_URL: ledger.url, FINANCE_URL: 'http://127.0.0.1:1' });
  await gateway.ready();
});
afterAll(async () => {
  await gateway.stop();
  await stop();
});

const get = (roles: string[]) =>
  gateway.http.get('/v1/admin/health', {
    headers: { authorization: `Bearer ${gateway.token({ sub: newId(), roles })}` },
  });

describe('the health of the system', () => {
  test('is what each process tells of itself; one that is down is not ready', async () => {
    const { body } = await get(['user', 'support']);
    expect(body.status).toBe('not ready');
    const names = (body.processes as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(['gateway', 'auth', 'users', 'ledger', 'finance', 'notify']);
    const processOf = (wanted: string) => body.processes.find(({ name }: { name: string }) => name === wanted);
    expect(processOf('ledger')).toEqual({
      name: 'ledger',
      ready: true,
      uptimeSeconds: null,
      memoryBytes: 150_000_000,
      eventLoopP99Seconds: null,
      requests: 10,
      failures: 2,
      outboxRows: 7,
      outboxLagSeconds: 1.5,
      openBreakers: ['users'],
    });
    expect(processOf('finance')).toMatchObject({ ready: false, memoryBytes: null, openBreakers: [] });
    expect(processOf('gateway').memoryBytes).toBeGreaterThan(1_000_000);
    expect(body.ledger).toEqual({ integrityBreaches: 0, unsealedSeconds: 121 });
    expect(body.deadLetters).toEqual([{ consumer: 'ledger.points', count: 3 }]);
  });

  test('is for support staff and admins only', async () => {
    expect((await get(['user'])).body.code).toBe('FORBIDDEN');
    expect((await gateway.http.get('/v1/admin/health')).status).toBe(401);
    expect((await get(['user', 'admin'])).status).toBe(200);
  });
});
