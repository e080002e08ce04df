import { sumOf, type Series } from './metric-text.ts';

const REQUESTS = 'florin_http_request_duration_seconds_count';

/** What an operator looks at first, of one process; null where it does not tell. Times in seconds, sizes in bytes. */
export interface ProcessHealth {
  name: string;
  ready: boolean;
  uptimeSeconds: number | null;
  memoryBytes: number | null;
  eventLoopP99Seconds: number | null;
  /** since its start */
  requests: number | null;
  /** of these, answered by 5xx */
  failures: number | null;
  outboxRows: number | null;
  outboxLagSeconds: number | null;
  /** neighbours that are not called at present */
  openBreakers: string[];
}

export function describeProcess(name: string, ready: boolean, series: readonly Series[], now: Date): ProcessHealth {
  const started = sumOf(series, 'process_start_time_seconds');
  return {
    name,
    ready,
    uptimeSeconds: started === null ? null : Math.max(0, Math.round(now.getTime() / 1000 - started)),
    memoryBytes: sumOf(series, 'process_resident_memory_bytes'),
    eventLoopP99Seconds: sumOf(series, 'nodejs_eventloop_lag_p99_seconds'),
    requests: sumOf(series, REQUESTS),
    failures:
      sumOf(series, REQUESTS) === null
        ? null
        : (sumOf(series, REQUESTS, ({ status }) => status?.startsWith('5') === true) ?? 0),
    outboxRows: sumOf(series, 'florin_outbox_backlog_rows'),
    outboxLagSeconds: sumOf(series, 'florin_outbox_lag_seconds'),
    openBreakers: series
      .filter((one) => one.name === 'florin_breaker_state' && one.value > 0)
      .map(({ labels }) => labels['target'] ?? ''),
  };
}
